import { DESTINATIONS, REASONS, REFUND_STATUSES, type Money, type RefundStatus } from '@zikui/domain';
import type { AllowedAction, RefundCount, RefundView } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import {
  ShowChoice,
  ShowChoices,
  ShowFlag,
  ShowInstant,
  ShowMany,
  ShowMap,
  ShowNumber,
  ShowOne,
  ShowText,
} from '../docs/shown.decorator';
import {
  CreditNoteResource,
  DeadlinesResource,
  ExplanationResource,
  LineResource,
  MessageResource,
  PartResource,
  PolicyResource,
  ReturnResource,
  StepResource,
  TransferResource,
} from './refund-parts.resource';
import type { ShownRefund } from './refund-links';

class ApprovalResource {
  @ShowText({ about: 'The rule of the ladder that applies.' }) readonly rule!: string;
  @ShowFlag({ about: 'Whether API keys may decide.' }) readonly machines!: boolean;
  @ShowMany(() => StepResource) readonly steps!: RefundView['approval']['steps'];
}

class RefundDeadlinesResource extends DeadlinesResource {
  @ShowFlag({ about: 'The legal date to pay by passed before the money was back; stays so.' })
  readonly payMissed!: boolean;
  @ShowInstant({ nullable: true, about: 'The next limit that ends what the refund waits for.' })
  readonly dueAt!: string | null;
}

export class RefundResource implements ShownRefund {
  @ShowText({ example: 'rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowChoice(['test', 'live']) readonly mode!: 'test' | 'live';
  @ShowText() readonly saleRef!: string;
  @ShowText() readonly customerRef!: string;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus' }) readonly status!: RefundStatus;
  @ShowText({ nullable: true, about: 'What a person has to look at, while `needs_review`.' })
  readonly reviewReason!: string | null;
  @ShowFlag({ about: 'Some transfer of it came back once.' }) readonly wasReversed!: boolean;
  @ShowChoice(['request', 'external'], { about: '`external`: made at the gateway itself, and only recorded here.' })
  readonly origin!: RefundView['origin'];
  @ShowFlag({ about: 'The customer has a legal right to this refund.' }) readonly statutory!: boolean;
  @ShowChoice(REASONS) readonly reason!: RefundView['reason'];
  @ShowChoice(DESTINATIONS) readonly destination!: RefundView['destination'];
  @ShowChoice(['customer', 'staff', 'merchant']) readonly requester!: RefundView['requester'];
  @ShowText({ nullable: true }) readonly requestedBy!: string | null;
  @ShowText({ nullable: true }) readonly externalRef!: string | null;
  @ShowMap() readonly metadata!: Readonly<Record<string, string>>;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant() readonly updatedAt!: string;
  @ShowInstant({ nullable: true }) readonly completedAt!: string | null;
  @ShowOne(() => MoneyResource, { about: 'Lines + shipping + goodwill - fee.' }) readonly payout!: Money;
  @ShowOne(() => MoneyResource, { about: 'What of the payout was never paid, because two people closed it short.' })
  readonly short!: Money;
  @ShowMany(() => LineResource) readonly lines!: RefundView['lines'];
  @ShowOne(() => PartResource) readonly shipping!: RefundView['shipping'];
  @ShowOne(() => MoneyResource) readonly goodwill!: Money;
  @ShowOne(() => MoneyResource) readonly fee!: Money;
  @ShowMany(() => TransferResource) readonly transfers!: RefundView['transfers'];
  @ShowOne(() => ApprovalResource) readonly approval!: RefundView['approval'];
  @ShowOne(() => ReturnResource, { nullable: true }) readonly return!: RefundView['return'];
  @ShowMany(() => CreditNoteResource) readonly creditNotes!: RefundView['creditNotes'];
  @ShowOne(() => RefundDeadlinesResource) readonly deadlines!: RefundView['deadlines'];
  @ShowMany(() => ExplanationResource, { about: 'Every rule that spoke, in order.' })
  readonly explanation!: RefundView['explanation'];
  @ShowText({ about: 'SHA-256 of what is decided; a decision names it.' }) readonly snapshotHash!: string;
  @ShowOne(() => PolicyResource) readonly policy!: RefundView['policy'];
  @ShowText() readonly lawVersion!: string;
  @ShowMany(() => MessageResource, { about: 'What the customer was told.' }) readonly messages!: RefundView['messages'];
  @ShowChoices(['decide', 'cancel', 'resolve'], {
    about: 'What this caller may do now; `GET /v1/reviews` says how a refund may be resolved.',
  })
  readonly allowedActions!: readonly AllowedAction[];
  @ShowText({ nullable: true, about: 'The process in Temporal Web, for operators.' })
  readonly temporalUrl!: string | null;
}

export class RefundPage {
  @ShowMany(() => RefundResource) readonly items!: readonly ShownRefund[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}

export class RefundCountResource implements RefundCount {
  @ShowNumber({ about: 'Never above 10,000.' }) readonly count!: number;
  @ShowFlag({ about: 'There are more than `count`.' }) readonly more!: boolean;
  @ShowMany(() => MoneyResource, {
    nullable: true,
    about: 'What they pay, one sum for each currency; null with `more`.',
  })
  readonly payouts!: readonly Money[] | null;
}
