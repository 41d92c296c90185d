import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain';
import { REFUND_SORTS } from '@zikui/persistence';
import { OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ChoiceField, DayField, FlagField, InstantField, RefField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';

/** Query of `GET /v1/refunds`. All given ones must hold. */
export class RefundFilterDto extends PagingDto {
  @ChoiceField(REFUND_STATUSES, { presence: 'optional' }) readonly status?: RefundStatus;
  @RefField({ presence: 'optional' }) readonly saleRef?: string;
  @RefField({ presence: 'optional' }) readonly customerRef?: string;
  @RefField({ presence: 'optional', max: 32, about: 'Of a transfer; `store_credit` for store credit.' })
  readonly gateway?: string;
  @RefField({ presence: 'optional' }) readonly externalRef?: string;
  @InstantField({ presence: 'optional', about: 'Inclusive.' }) readonly createdFrom?: string;
  @InstantField({ presence: 'optional', about: 'Exclusive.' }) readonly createdTo?: string;
  @InstantField({ presence: 'optional', about: 'Inclusive.' }) readonly updatedFrom?: string;
  @InstantField({ presence: 'optional', about: 'Exclusive.' }) readonly updatedTo?: string;
  @DayField({ presence: 'optional', about: 'Of `deadlines.payBy`, inclusive.' }) readonly payByFrom?: string;
  @DayField({ presence: 'optional', about: 'Of `deadlines.payBy`, exclusive.' }) readonly payByTo?: string;
  @FlagField({ presence: 'optional', about: 'Whether the legal date to pay by was missed.' })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  readonly payMissed?: boolean;
  @ChoiceField(REFUND_SORTS, {
    presence: 'optional',
    about:
      '`createdAt`: newest first. `payBy`: soonest first, of refunds that have such a date. When left out, `payBy` beside `payByFrom` or `payByTo`, else `createdAt`.',
  })
  readonly sort?: (typeof REFUND_SORTS)[number];
}

/** Query of `GET /v1/refunds/count`. */
export class RefundListDto extends OmitType(RefundFilterDto, ['limit', 'after'] as const) {}
