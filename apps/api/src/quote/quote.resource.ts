import { DESTINATIONS, type ApproverSlot, type Destination, type Money } from '@zikui/domain';
import type { QuoteView } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowFlag, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import {
  ApproverSlotResource,
  DeadlinesResource,
  ExplanationResource,
  LineResource,
  PartResource,
  PolicyResource,
} from '../refund/refund-parts.resource';

class QuotedTransferResource {
  @ShowText({ about: '`store_credit` for the transfer to store credit.' }) readonly paymentRef!: string;
  @ShowOne(() => MoneyResource) readonly amount!: Money;
}

class PlannedStepResource {
  @ShowNumber() readonly step!: number;
  @ShowText({ about: 'The role that the step is named after.' }) readonly role!: string;
  @ShowMany(() => ApproverSlotResource, { about: 'Whom the step asks for.' })
  readonly approvers!: readonly ApproverSlot[];
  @ShowNumber({ about: 'How many of them have to approve, each another person.' }) readonly needed!: number;
  @ShowNumber({ about: 'Working hours before the next role may decide it too.' }) readonly hours!: number;
  @ShowText({ nullable: true }) readonly then!: string | null;
}

class PlannedApprovalResource {
  @ShowText() readonly rule!: string;
  @ShowFlag() readonly machines!: boolean;
  @ShowMany(() => PlannedStepResource) readonly steps!: QuoteView['approval']['steps'];
}

class PlannedReturnResource {
  @ShowChoice(['required', 'returnless', 'instant', 'none']) readonly mode!: QuoteView['return']['mode'];
  @ShowNumber() readonly days!: number;
  @ShowChoice(['first_scan', 'delivered', 'received', 'inspected']) readonly moneyOn!: QuoteView['return']['moneyOn'];
}

export class QuoteResource implements QuoteView {
  @ShowText() readonly saleRef!: string;
  @ShowText() readonly currency!: string;
  @ShowChoice(DESTINATIONS) readonly destination!: Destination;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowMany(() => LineResource) readonly lines!: QuoteView['lines'];
  @ShowOne(() => PartResource) readonly shipping!: QuoteView['shipping'];
  @ShowOne(() => MoneyResource) readonly goodwill!: Money;
  @ShowOne(() => MoneyResource) readonly fee!: Money;
  @ShowMany(() => QuotedTransferResource) readonly transfers!: QuoteView['transfers'];
  @ShowFlag() readonly statutory!: boolean;
  @ShowOne(() => PlannedApprovalResource) readonly approval!: QuoteView['approval'];
  @ShowOne(() => PlannedReturnResource) readonly return!: QuoteView['return'];
  @ShowOne(() => DeadlinesResource) readonly deadlines!: QuoteView['deadlines'];
  @ShowMany(() => ExplanationResource) readonly explanation!: QuoteView['explanation'];
  @ShowText() readonly snapshotHash!: string;
  @ShowOne(() => PolicyResource) readonly policy!: QuoteView['policy'];
  @ShowText() readonly lawVersion!: string;
}
