import { REFUND_STATUSES, type Money, type RefundStatus } from '@zikui/domain';
import { SEARCH_KEYS, type Found, type SearchKey } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowInstant, ShowMany, ShowOne, ShowText } from '../docs/shown.decorator';

class FoundRefundResource {
  @ShowText() readonly saleRef!: string;
  @ShowText() readonly customerRef!: string;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus' }) readonly status!: RefundStatus;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowInstant() readonly createdAt!: string;
}

class FoundResource implements Found {
  @ShowChoice(['refund', 'sale', 'proposal', 'dispute']) readonly kind!: Found['kind'];
  @ShowText({ about: 'Public id; of a sale its `saleRef`.' }) readonly id!: string;
  @ShowChoice(SEARCH_KEYS, { about: 'By what it was found.' }) readonly by!: SearchKey;
  @ShowOne(() => FoundRefundResource, { nullable: true }) readonly refund!: Found['refund'];
}

export class FoundList {
  @ShowMany(() => FoundResource) readonly items!: readonly Found[];
}
