import type { Money } from '@zikui/domain';
import type { CreditAccountView, CreditEntryView } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowDate, ShowInstant, ShowMany, ShowOne, ShowText } from '../docs/shown.decorator';

class CreditEntryResource implements CreditEntryView {
  @ShowText() readonly id!: string;
  @ShowChoice(['refund', 'bonus']) readonly kind!: 'refund' | 'bonus';
  @ShowOne(() => MoneyResource) readonly amount!: Money;
  @ShowOne(() => MoneyResource) readonly available!: Money;
  @ShowOne(() => MoneyResource) readonly held!: Money;
  @ShowText() readonly status!: string;
  @ShowDate({ nullable: true, about: 'Last local day on which it can be spent.' }) readonly expiresOn!: string | null;
  @ShowText({ nullable: true }) readonly refundId!: string | null;
  @ShowInstant() readonly createdAt!: string;
}

class CreditBalanceResource {
  @ShowText() readonly id!: string;
  @ShowText() readonly currency!: string;
  @ShowText({ about: 'Ref of the legal entity that owes it.' }) readonly legalEntity!: string;
  @ShowOne(() => MoneyResource) readonly available!: Money;
  @ShowOne(() => MoneyResource) readonly held!: Money;
  @ShowMany(() => CreditEntryResource, { about: 'Newest first.' }) readonly entries!: readonly CreditEntryView[];
}

export class CreditAccountResource implements CreditAccountView {
  @ShowText() readonly customerRef!: string;
  @ShowMany(() => CreditBalanceResource) readonly accounts!: CreditAccountView['accounts'];
}
