import { ASKED_OF, EVIDENCE_TYPES } from '@zikui/domain';
import type { EvidenceView, NoteView } from '@zikui/persistence';
import { ShowChoice, ShowInstant, ShowMany, ShowNumber, ShowText } from '../docs/shown.decorator';

export class NoteResource implements NoteView {
  @ShowText({ example: 'nt_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowChoice(['comment', 'question', 'answer']) readonly kind!: NoteView['kind'];
  @ShowNumber({ nullable: true, about: 'The approval step that it is about.' }) readonly step!: number | null;
  @ShowChoice(ASKED_OF, { nullable: true, about: 'Of whom a question asks for more.' })
  readonly askedOf!: NoteView['askedOf'];
  @ShowText({ nullable: true, about: 'The question that this answers.' }) readonly replyTo!: string | null;
  @ShowText() readonly actor!: string;
  @ShowText({ nullable: true, about: 'Null once the customer was erased.' }) readonly text!: string | null;
  @ShowInstant() readonly createdAt!: string;
}

export class NoteList {
  @ShowMany(() => NoteResource) readonly items!: readonly NoteView[];
}

export class EvidenceResource implements EvidenceView {
  @ShowText({ example: 'ef_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText({ nullable: true, about: 'The question or comment that it belongs to.' }) readonly noteId!: string | null;
  @ShowChoice(EVIDENCE_TYPES, { about: 'What the file is by its first bytes.' })
  readonly mediaType!: EvidenceView['mediaType'];
  @ShowNumber() readonly bytes!: number;
  @ShowText() readonly actor!: string;
  @ShowInstant() readonly createdAt!: string;
}

export class EvidenceList {
  @ShowMany(() => EvidenceResource) readonly items!: readonly EvidenceView[];
}
