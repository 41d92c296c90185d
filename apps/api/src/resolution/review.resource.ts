import {
  ATTEMPT_STATUSES,
  PENDING_REASONS,
  REFUND_STATUSES,
  RESOLUTION_ACTIONS,
  ROLES,
  TRANSFER_STATUSES,
  type Money,
  type RefundStatus,
  type Role,
} from '@zikui/domain';
import type {
  AttemptEvidence,
  MoneyEvidence,
  ReviewTransferView,
  ReviewView,
  TransferEvidence,
} from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import {
  ShowChoice,
  ShowChoices,
  ShowDate,
  ShowInstant,
  ShowMany,
  ShowMap,
  ShowNumber,
  ShowOne,
  ShowText,
  ShowTexts,
} from '../docs/shown.decorator';

class AttemptResource implements AttemptEvidence {
  @ShowNumber() readonly no!: number;
  @ShowChoice(ATTEMPT_STATUSES) readonly status!: AttemptEvidence['status'];
  @ShowText({ about: 'Under which the gateway keeps it.' }) readonly reference!: string;
  @ShowText({ about: 'SHA-256 of all that was asked.' }) readonly requestHash!: string;
  @ShowNumber({ about: 'How often it left, always under one key.' }) readonly sends!: number;
  @ShowInstant({ nullable: true }) readonly sentAt!: string | null;
  @ShowInstant({ nullable: true }) readonly answeredAt!: string | null;
  @ShowText({ nullable: true }) readonly gatewayRefundId!: string | null;
  @ShowMap({ nullable: true, about: 'What the last answer, or its lack, said.' })
  readonly evidence!: AttemptEvidence['evidence'];
}

class TransferEvidenceResource implements TransferEvidence {
  @ShowText({ example: 'tr_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowNumber() readonly no!: number;
  @ShowText() readonly gateway!: string;
  @ShowOne(() => MoneyResource) readonly amount!: Money;
  @ShowChoice(TRANSFER_STATUSES) readonly status!: TransferEvidence['status'];
  @ShowChoice(PENDING_REASONS, { nullable: true, about: 'Why a pending one waits.' })
  readonly pendingReason!: TransferEvidence['pendingReason'];
  @ShowText({ nullable: true }) readonly declineReason!: string | null;
  @ShowMany(() => AttemptResource) readonly attempts!: readonly AttemptEvidence[];
  @ShowInstant({
    nullable: true,
    about:
      'When the gateway is asked next by itself. Null where nothing is open, and where waiting is over, so that a person decides.',
  })
  readonly nextLookUpAt!: string | null;
  @ShowInstant({
    nullable: true,
    about:
      'Until when it may be sent again under its key and surely move the money once: so long its gateway keeps the key. Null where nothing is open, or the gateway keeps no keys.',
  })
  readonly sameKeyUntil!: string | null;
}
class ReviewTransferResource extends TransferEvidenceResource implements ReviewTransferView {
  @ShowChoices(RESOLUTION_ACTIONS, { about: 'Exactly what may be done about it now.' })
  readonly allowedActions!: ReviewTransferView['allowedActions'];
}

class LookUpResource {
  @ShowNumber({ nullable: true, about: "The transfer's number." }) readonly transfer!: number | null;
  @ShowText({
    nullable: true,
    about: '`found`, `nothing`, `no_answer`, or `no_look_up`: this gateway cannot be asked.',
  })
  readonly finding!: string | null;
  @ShowText() readonly actor!: string;
  @ShowInstant() readonly at!: string;
}

class AnnouncedResource {
  @ShowText() readonly source!: string;
  @ShowText() readonly eventId!: string;
  @ShowText() readonly type!: string;
  @ShowText() readonly state!: string;
  @ShowInstant() readonly receivedAt!: string;
}

export class MoneyEvidenceResource implements MoneyEvidence {
  @ShowMany(() => TransferEvidenceResource) readonly transfers!: readonly TransferEvidence[];
  @ShowMany(() => LookUpResource, { about: 'Asked for by people, and by the schedule (`system`), newest first.' })
  readonly lookUps!: MoneyEvidence['lookUps'];
  @ShowMany(() => AnnouncedResource, { about: 'What gateways announced, newest first.' })
  readonly webhooks!: MoneyEvidence['webhooks'];
}

class ReviewResource implements ReviewView {
  @ShowText({ example: 'rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly refundId!: string;
  @ShowText() readonly saleRef!: string;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus' }) readonly status!: RefundStatus;
  @ShowText({ nullable: true, about: 'What a person has to look at.' }) readonly reviewReason!: string | null;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowOne(() => MoneyResource, {
    nullable: true,
    about: 'By what the balance at the gateway has to be filled, where transfers wait for that.',
  })
  readonly fundingNeeded!: Money | null;
  @ShowOne(() => MoneyResource, {
    nullable: true,
    about: 'What the customer has beside what was owed, because money that had come back moved after all.',
  })
  readonly surplus!: Money | null;
  @ShowInstant({ about: 'Since when it stands there.' }) readonly since!: string;
  @ShowNumber() readonly ageSeconds!: number;
  @ShowChoice(ROLES, { about: 'Whose queue it is in.' }) readonly owner!: Role;
  @ShowText({ nullable: true, about: 'Who is expected to see to it.' }) readonly assignedTo!: string | null;
  @ShowDate({ nullable: true, about: 'By when the customer must have the money, if a law says so.' })
  readonly payBy!: string | null;
  @ShowText({ about: 'In which time zone that is a day: the zone of the sale.' }) readonly payByZone!: string;
  @ShowMany(() => ReviewTransferResource) readonly transfers!: readonly ReviewTransferView[];
  @ShowMany(() => LookUpResource, { about: 'Asked for by people, and by the schedule (`system`), newest first.' })
  readonly lookUps!: ReviewView['lookUps'];
  @ShowMany(() => AnnouncedResource, { about: 'What gateways announced, newest first.' })
  readonly webhooks!: ReviewView['webhooks'];
  @ShowTexts({ about: 'Acts that wait for a second person.' }) readonly openProposals!: readonly string[];
  @ShowChoices(RESOLUTION_ACTIONS, { about: 'Exactly what may be done about the refund as a whole now.' })
  readonly allowedActions!: ReviewView['allowedActions'];
}

export class ReviewPage {
  @ShowMany(() => ReviewResource) readonly items!: readonly ReviewView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}
