import { LAW_CONFIDENCES, type LawSource } from '@zikui/domain';
import type { LawPackConfirmation } from '@zikui/persistence';
import { ShowChoice, ShowDate, ShowInstant, ShowMany, ShowOne, ShowText, ShowTexts } from '../docs/shown.decorator';
import type { LawPackView } from './law-pack.view';

class LawNameResource {
  @ShowText() readonly he!: string;
  @ShowText() readonly en!: string;
}
class LawSourceResource implements LawSource {
  @ShowText() readonly rule!: string;
  @ShowChoice(LAW_CONFIDENCES, { about: 'P: read on an official page. S: on a secondary page. U: not verified.' })
  readonly confidence!: LawSource['confidence'];
  @ShowText() readonly source!: string;
  @ShowText({ about: 'Date of the cited text, ISO 8601, as exact as it is known.', example: '2011-10-25' })
  readonly dated!: string;
  @ShowText({ nullable: true }) readonly url!: string | null;
}

class LawPackConfirmationResource implements LawPackConfirmation {
  @ShowText() readonly by!: string;
  @ShowInstant() readonly at!: string;
}

class LawPackResource implements LawPackView {
  @ShowText({ about: 'Stands in `lawVersion` of every refund that it decided.', example: 'IL-2026.1' })
  readonly version!: string;
  @ShowOne(() => LawNameResource) readonly name!: LawPackView['name'];
  @ShowDate({ about: 'When this version was written down.' }) readonly issuedOn!: string;
  @ShowTexts({ about: 'Jurisdictions of sales for which it speaks.' }) readonly jurisdictions!: readonly string[];
  @ShowText({ about: 'The last year whose public holidays are known in all of them.', example: '2031' })
  readonly restDaysUntil!: string;
  @ShowMany(() => LawSourceResource) readonly sources!: readonly LawSource[];
  @ShowOne(() => LawPackConfirmationResource, {
    nullable: true,
    about: 'By whom of the merchant, and when; null while nobody confirmed this version.',
  })
  readonly confirmed!: LawPackConfirmation | null;
}

export class LawPackList {
  @ShowMany(() => LawPackResource) readonly items!: readonly LawPackView[];
}
