import { REFUND_COLUMNS, type Locale, type RefundColumn } from '@zikui/domain';
import { Transform } from 'class-transformer';
import { ChoiceField, ChoicesField } from '../body/fields';
import { RefundListDto } from './refund-filter.dto';

/** Query of `GET /v1/refunds/export`. */
export class RefundExportDto extends RefundListDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ChoicesField(REFUND_COLUMNS, {
    ...{ min: 1, max: REFUND_COLUMNS.length },
    about: 'What to tell of each, separated by commas; the refund itself always comes first.',
  })
  readonly columns!: readonly RefundColumn[];
  @ChoiceField(['he', 'en'], {
    presence: 'optional',
    about: 'Of the words beside codes; that of `Accept-Language` when left out.',
  })
  readonly locale?: Locale;
}
