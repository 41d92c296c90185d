import { ASKED_OF, type AskedOf } from '@zikui/domain';
import { ChoiceField, NoteField, WholeNumberField } from '../body/fields';

const MOST_STEPS = 100;

/** Body of `POST /v1/refunds/{id}/notes`. */
export class NoteDto {
  @NoteField({ about: 'For people. Kept encrypted under the key of the customer.' }) readonly text!: string;
  @WholeNumberField(MOST_STEPS, { presence: 'optional', about: 'The approval step that it is about.' })
  readonly step?: number;
  @ChoiceField(ASKED_OF, {
    presence: 'optional',
    about: 'Makes it a question: an approver asks for more. The step stays open, and every clock runs on.',
  })
  readonly askedOf?: AskedOf;
}

/** Body of `POST /v1/refunds/{id}/notes/{noteId}/answer`. */
export class AnswerDto {
  @NoteField() readonly text!: string;
}
