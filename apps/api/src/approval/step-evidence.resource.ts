import type { Money } from '@zikui/domain';
import type {
  BoughtLine,
  CustomerHistory,
  EvidenceView,
  ExplanationView,
  NoteView,
  RoutePayment,
  StepView,
} from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowMany, ShowNumber, ShowOne, ShowText, ShowTexts } from '../docs/shown.decorator';
import { EvidenceResource, NoteResource } from '../note/note.resource';
import { RefundActionResource, type ShownAction } from '../refund/refund-action.resource';
import type { ShownRefund } from '../refund/refund-links';
import { ExplanationResource, StepResource } from '../refund/refund-parts.resource';
import { RefundResource } from '../refund/refund.resource';
import { RejectionReasonResource, type ShownReason } from './rejection-reason.resource';

class BoughtLineResource implements BoughtLine {
  @ShowText() readonly ref!: string;
  @ShowText() readonly description!: string;
  @ShowNumber({ about: 'Units bought.' }) readonly quantity!: number;
  @ShowOne(() => MoneyResource, { about: 'Paid for all of them.' }) readonly total!: Money;
}
class RoutePaymentResource implements RoutePayment {
  @ShowText() readonly ref!: string;
  @ShowText() readonly gateway!: string;
  @ShowOne(() => MoneyResource) readonly captured!: Money;
  @ShowOne(() => MoneyResource, { about: 'Given back or reserved, by this refund too.' }) readonly held!: Money;
  @ShowOne(() => MoneyResource) readonly disputed!: Money;
}
class CustomerHistoryResource implements CustomerHistory {
  @ShowNumber({ about: 'Other refunds of 90 days.' }) readonly count90d!: number;
  @ShowOne(() => MoneyResource, { about: 'In the currency of this refund alone.' }) readonly sum90d!: Money;
  @ShowNumber() readonly count365d!: number;
  @ShowOne(() => MoneyResource) readonly sum365d!: Money;
  @ShowNumber() readonly orders365d!: number;
  @ShowNumber({ nullable: true, about: 'Refunds for each 10,000 orders of 365 days; null without an order.' })
  readonly shareBps!: number | null;
}

export class StepEvidenceResource {
  @ShowOne(() => RefundResource, { about: 'Amount, arithmetic, deadlines, all steps, `snapshotHash`.' })
  readonly refund!: ShownRefund;
  @ShowOne(() => StepResource) readonly step!: StepView;
  @ShowMany(() => ExplanationResource, { about: 'Why somebody is asked: the rules that spoke about approvals.' })
  readonly why!: readonly ExplanationView[];
  @ShowText({ nullable: true, about: 'Of the customer, or of whoever asked for him; null when there are none.' })
  readonly words!: string | null;
  @ShowMany(() => NoteResource, { about: 'What people said, oldest first.' }) readonly notes!: readonly NoteView[];
  @ShowMany(() => EvidenceResource) readonly evidence!: readonly EvidenceView[];
  @ShowMany(() => BoughtLineResource, { about: 'Every line of the sale.' }) readonly bought!: readonly BoughtLine[];
  @ShowMany(() => RoutePaymentResource, { about: 'Every payment of the sale.' })
  readonly payments!: readonly RoutePayment[];
  @ShowOne(() => CustomerHistoryResource) readonly history!: CustomerHistory;
  @ShowMany(() => RefundActionResource, { about: 'What you may do now, and why not.' })
  readonly actions!: readonly ShownAction[];
  @ShowTexts({ about: 'Who else could decide this step now.' }) readonly others!: readonly string[];
  @ShowMany(() => RejectionReasonResource) readonly rejectionReasons!: readonly ShownReason[];
}

/** As it is shown; the class describes it. */
export type ShownStepEvidence = Omit<StepEvidenceResource, never>;
