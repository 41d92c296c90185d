import { DISPUTE_STATUSES, type Money } from '@zikui/domain';
import type { DisputeView } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowInstant, ShowMany, ShowOne, ShowText, ShowTexts } from '../docs/shown.decorator';

export class DisputeResource implements DisputeView {
  @ShowText({ example: 'dp_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly saleRef!: string;
  @ShowText({ about: 'The payment’s `ref` in its sale.' }) readonly payment!: string;
  @ShowText() readonly gateway!: string;
  @ShowText({ about: 'The gateway’s own id of the dispute.' }) readonly disputeRef!: string;
  @ShowChoice(DISPUTE_STATUSES, {
    about: '`open` and `lost` count against the payment; `won` frees the amount.',
  })
  readonly status!: DisputeView['status'];
  @ShowOne(() => MoneyResource) readonly amount!: Money;
  @ShowOne(() => MoneyResource, { about: 'What the gateway keeps of it now.' }) readonly withdrawn!: Money;
  @ShowOne(() => MoneyResource, {
    about: 'By how much refunds and disputes of the payment together exceed what was captured.',
  })
  readonly exceeds!: Money;
  @ShowText({ nullable: true }) readonly reason!: string | null;
  @ShowText({ about: '`gateway:` and its name, or `key:` and the id of an API key.' }) readonly registeredBy!: string;
  @ShowInstant() readonly openedAt!: string;
  @ShowInstant({ about: 'When the status was told that holds now.' }) readonly statusAt!: string;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant() readonly updatedAt!: string;
  @ShowTexts({ about: 'Refunds that pay back to this payment, oldest first.' }) readonly refunds!: readonly string[];
}

export class DisputePage {
  @ShowMany(() => DisputeResource) readonly items!: readonly DisputeView[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}
