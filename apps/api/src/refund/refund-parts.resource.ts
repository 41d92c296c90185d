import {
  HOLD_REASONS,
  TERM_NAMES,
  TRANSFER_STATUSES,
  type ApproverSlot,
  type Hold,
  type HoldReason,
  type Money,
  type MoneyOn,
  type ReturnMode,
  type Role,
  type TransferStatus,
} from '@zikui/domain';
import type {
  CalculationView,
  CreditNoteView,
  DeadlinesView,
  DecisionView,
  ExplanationView,
  LineView,
  MessageView,
  PartView,
  PolicyView,
  ReturnView,
  StepView,
  TransferView,
} from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import {
  ShowChoice,
  ShowDate,
  ShowInstant,
  ShowMany,
  ShowMap,
  ShowNumber,
  ShowOne,
  ShowText,
} from '../docs/shown.decorator';

export class PartResource implements PartView {
  @ShowOne(() => MoneyResource) readonly gross!: Money;
  @ShowOne(() => MoneyResource, { about: 'The tax inside `gross`.' }) readonly tax!: Money;
}

export class LineResource extends PartResource implements LineView {
  @ShowText({ example: 'l1' }) readonly ref!: string;
  @ShowNumber({ about: '0 when an amount was asked for.' }) readonly units!: number;
}

class HoldResource implements Hold {
  @ShowChoice(HOLD_REASONS) readonly reason!: HoldReason;
  @ShowInstant() readonly since!: string;
  @ShowText({ about: 'The role that has to look.' }) readonly owner!: Role;
  @ShowInstant() readonly dueAt!: string;
}

export class TransferResource implements TransferView {
  @ShowText({ example: 'tr_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowNumber() readonly no!: number;
  @ShowText({ about: '`store_credit` for a transfer to store credit, `manual` for one to a bank account.' })
  readonly paymentRef!: string;
  @ShowText() readonly gateway!: string;
  @ShowOne(() => MoneyResource) readonly amount!: Money;
  @ShowChoice(TRANSFER_STATUSES) readonly status!: TransferStatus;
  @ShowText({ nullable: true, about: 'Why a planned transfer waits.' }) readonly holdReason!: string | null;
  @ShowOne(() => HoldResource, {
    nullable: true,
    about: 'That wait: whose it is, and until when he has to have looked.',
  })
  readonly hold!: Hold | null;
  @ShowText({
    nullable: true,
    about:
      'Why the gateway has not carried it out yet: `processing`, `insufficient_funds` (the balance there has to be filled), `charge_pending` or `customer_action`.',
  })
  readonly pendingReason!: string | null;
  @ShowText({ nullable: true }) readonly declineReason!: string | null;
  @ShowText({ nullable: true, about: "The refund's id at the gateway." }) readonly gatewayRefundId!: string | null;
  @ShowInstant({ nullable: true }) readonly settledAt!: string | null;
}

class DecisionResource implements DecisionView {
  @ShowChoice(['approve', 'reject']) readonly outcome!: 'approve' | 'reject';
  @ShowText({ about: 'Who: a person, or `key:` and the id of an API key.' }) readonly actor!: string;
  @ShowText({ nullable: true, about: 'Who had delegated the authority that was used.' })
  readonly onBehalfOf!: string | null;
  @ShowText() readonly role!: string;
  @ShowText({ nullable: true }) readonly reasonCode!: string | null;
  @ShowInstant() readonly at!: string;
}

export class ApproverSlotResource {
  @ShowText({ nullable: true, example: 'lead' }) readonly role!: ApproverSlot['role'];
  @ShowText({ nullable: true, about: 'A team that the approver is a member of.' }) readonly team!: string | null;
  @ShowNumber({ nullable: true, about: 'The least limit that the approver has, in minor units.' })
  readonly limit!: number | null;
}

export class StepResource implements StepView {
  @ShowNumber({ about: 'From 1.' }) readonly step!: number;
  @ShowText({ example: 'lead', about: 'The role that the step is named after.' }) readonly role!: string;
  @ShowMany(() => ApproverSlotResource, { about: 'Whom the step asks for.' })
  readonly approvers!: readonly ApproverSlot[];
  @ShowNumber({ about: 'How many of them have to approve, each another person.' }) readonly needed!: number;
  @ShowChoice(['waiting', 'open', 'approved', 'rejected', 'expired', 'superseded']) readonly status!: string;
  @ShowInstant({ nullable: true }) readonly openedAt!: string | null;
  @ShowInstant({ nullable: true, about: 'When the next role may decide it too.' }) readonly dueAt!: string | null;
  @ShowText({
    nullable: true,
    about: 'The role that may decide too, since the step was silent for too long or nobody of those asked for could.',
  })
  readonly escalatedTo!: string | null;
  @ShowText({ nullable: true, about: 'Who is expected to decide; others who may still can.' })
  readonly assignedTo!: string | null;
  @ShowMany(() => DecisionResource, { about: 'In the order in which they were made.' })
  readonly decisions!: readonly DecisionView[];
  @ShowOne(() => DecisionResource, { nullable: true, about: 'The last of them.' })
  readonly decision!: DecisionView | null;
}

class ReturnItemResource {
  @ShowText() readonly ref!: string;
  @ShowNumber() readonly units!: number;
  @ShowText() readonly status!: string;
}

class ParcelResource {
  @ShowText() readonly id!: string;
  @ShowText() readonly carrier!: string;
  @ShowText() readonly trackingCode!: string;
  @ShowText({ about: 'The label to print.' }) readonly labelUrl!: string;
  @ShowText() readonly status!: string;
}

export class ReturnResource implements ReturnView {
  @ShowText() readonly id!: string;
  @ShowChoice(['required', 'returnless', 'instant', 'none']) readonly mode!: ReturnMode;
  @ShowChoice(['first_scan', 'delivered', 'received', 'inspected'], { about: 'What lets the money go.' })
  readonly moneyOn!: MoneyOn;
  @ShowText() readonly status!: string;
  @ShowInstant({ nullable: true }) readonly dueAt!: string | null;
  @ShowMany(() => ReturnItemResource) readonly items!: ReturnView['items'];
  @ShowMany(() => ParcelResource) readonly parcels!: ReturnView['parcels'];
}

export class CreditNoteResource implements CreditNoteView {
  @ShowText() readonly id!: string;
  @ShowText({ nullable: true, about: 'As printed; null while it waits for the invoice as a draft.' })
  readonly number!: string | null;
  @ShowText() readonly documentType!: string;
  @ShowChoice(['draft', 'issued']) readonly status!: 'draft' | 'issued';
  @ShowOne(() => MoneyResource) readonly total!: Money;
  @ShowInstant({ nullable: true }) readonly issuedAt!: string | null;
}

export class MessageResource implements MessageView {
  @ShowText() readonly id!: string;
  @ShowText({ example: 'refund_completed' }) readonly kind!: string;
  @ShowText() readonly channel!: string;
  @ShowText() readonly status!: string;
  @ShowInstant({ nullable: true }) readonly sentAt!: string | null;
}

export class DeadlinesResource implements DeadlinesView {
  @ShowChoice(['none', 'open', 'until'], { about: 'Whether the customer has a legal right to cancel.' })
  readonly right!: 'none' | 'open' | 'until';
  @ShowDate({ nullable: true, about: 'Until when the customer must tell.' }) readonly cancelBy!: string | null;
  @ShowInstant({ nullable: true }) readonly cancelEndsAt!: string | null;
  @ShowDate({ nullable: true, about: 'Until when the money must be back.' }) readonly payBy!: string | null;
  @ShowText({ about: 'In which time zone these are days: the zone of the sale.', example: 'Asia/Jerusalem' })
  readonly zone!: string;
}

class TermResource {
  @ShowChoice(TERM_NAMES) readonly name!: CalculationView['terms'][number]['name'];
  @ShowOne(() => MoneyResource, { about: 'Signed: a limit or what was taken before is negative.' })
  readonly amount!: Money;
}
class CalculationResource implements CalculationView {
  @ShowMany(() => TermResource, { about: 'They sum to `result`.' }) readonly terms!: CalculationView['terms'];
  @ShowOne(() => MoneyResource) readonly result!: Money;
}

export class ExplanationResource implements ExplanationView {
  @ShowChoice(['arithmetic', 'policy', 'law']) readonly source!: 'arithmetic' | 'policy' | 'law';
  @ShowText({ about: "Id of the rule: the policy's own, or the product's.", example: 'line_units' })
  readonly rule!: string;
  @ShowText({
    about: 'Version of the rules that the rule belongs to: of the arithmetic, the policy or the law pack.',
    example: 'IL-2026.1',
  })
  readonly version!: string;
  @ShowText({
    nullable: true,
    about: "JSON pointer to the amount or verdict of the quote that it decided; '' is the whole, null only tells.",
    example: '/lines/0/gross',
  })
  readonly pointer!: string | null;
  @ShowText() readonly he!: string;
  @ShowText() readonly en!: string;
  @ShowMap() readonly values!: ExplanationView['values'];
  @ShowOne(() => CalculationResource, {
    nullable: true,
    about: 'How the amount at `pointer` came about, as it was decided; null where nothing was counted.',
  })
  readonly calculation!: CalculationView | null;
}

export class PolicyResource implements PolicyView {
  @ShowText() readonly name!: string;
  @ShowNumber() readonly version!: number;
  @ShowText() readonly hash!: string;
}
