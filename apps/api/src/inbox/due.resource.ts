import type { Money } from '@zikui/domain';
import type { DueList, DueWithOthers } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class DueWithOthersResource implements DueWithOthers {
  @ShowText() readonly refundId!: string;
  @ShowNumber() readonly step!: number;
  @ShowText() readonly role!: string;
  @ShowText({ nullable: true }) readonly escalatedTo!: string | null;
  @ShowText({ nullable: true, about: 'Who is expected to decide it.' }) readonly assignedTo!: string | null;
  @ShowText() readonly saleRef!: string;
  @ShowText({ about: 'Your reference of the customer.' }) readonly customerRef!: string;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowInstant({ nullable: true, about: 'When it is offered to the next role.' }) readonly dueAt!: string | null;
}

export class DueWithOthersList implements DueList {
  @ShowMany(() => DueWithOthersResource) readonly items!: readonly DueWithOthers[];
  @ShowFlag({ about: 'There may be others.' }) readonly more!: boolean;
}
