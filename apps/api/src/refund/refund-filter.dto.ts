import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain';
import { ChoiceField, InstantField, RefField } from '../body/fields';
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
}
