import { PickType } from '@nestjs/swagger';
import type { ApproverSlot, Money } from '@zikui/domain';
import type { Inbox, InboxItem, PassedLimit } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowDate, ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import { ApproverSlotResource, ExplanationResource } from '../refund/refund-parts.resource';

/** Of the explanation, what tells which limit, its value and how much was used. */
class PassedLimitResource
  extends PickType(ExplanationResource, ['rule', 'he', 'en', 'values'] as const)
  implements PassedLimit {}

class InboxItemResource implements InboxItem {
  @ShowText() readonly refundId!: string;
  @ShowNumber() readonly step!: number;
  @ShowText() readonly role!: string;
  @ShowMany(() => ApproverSlotResource) readonly approvers!: readonly ApproverSlot[];
  @ShowNumber({ about: 'How many approvals it still waits for.' }) readonly missing!: number;
  @ShowText() readonly saleRef!: string;
  @ShowText({ about: 'Your reference of the customer.' }) readonly customerRef!: string;
  @ShowText() readonly reason!: string;
  @ShowText({ about: 'Rule of the policy that asks for it.' }) readonly rule!: string;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowFlag({ about: 'The customer has a legal right to this refund.' }) readonly statutory!: boolean;
  @ShowDate({ nullable: true, about: 'When the money has to be back by law.' }) readonly payBy!: string | null;
  @ShowInstant({ nullable: true }) readonly openedAt!: string | null;
  @ShowInstant({ nullable: true, about: 'When it is offered to the next role.' }) readonly dueAt!: string | null;
  @ShowFlag({ about: 'That is before the day ends in the time zone of the merchant.' }) readonly dueToday!: boolean;
  @ShowText({ nullable: true }) readonly escalatedTo!: string | null;
  @ShowText({ nullable: true, about: 'Who is expected to decide it.' }) readonly assignedTo!: string | null;
  @ShowMany(() => PassedLimitResource, { about: 'Limits of the policy that it passed when it was asked for.' })
  readonly passedLimits!: readonly PassedLimit[];
  @ShowText({ nullable: true, about: 'With whose authority you would decide, where it is not your own.' })
  readonly onBehalfOf!: string | null;
  @ShowNumber({ about: 'Questions that nobody has answered yet.' }) readonly openQuestions!: number;
  @ShowText({ about: 'What a decision names.' }) readonly snapshotHash!: string;
  @ShowInstant({ nullable: true, about: 'Until when you have put it aside.' }) readonly remindAt!: string | null;
}

export class InboxPage implements Inbox {
  @ShowMany(() => InboxItemResource) readonly items!: readonly InboxItem[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
  @ShowInstant({ nullable: true, about: 'When the next of those that you have put aside comes back.' })
  readonly nextReminderAt!: string | null;
}
