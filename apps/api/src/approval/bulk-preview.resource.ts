import { type Locale, type Money } from '@zikui/domain';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import { WhyNotResource, type WhyNot } from '../refund/why-not.resource';
import { RejectionReasonResource, type ShownReason } from './rejection-reason.resource';

/** What would become of one of many decisions. */
export type PreviewedItem = Readonly<{
  refundId: string;
  step: number;
  payout: Money | null;
  locale: Locale | null;
  reason: WhyNot | null;
}>;

class PreviewedItemResource implements PreviewedItem {
  @ShowText() readonly refundId!: string;
  @ShowNumber() readonly step!: number;
  @ShowOne(() => MoneyResource, { nullable: true, about: 'As it stands now; null where there is no such refund.' })
  readonly payout!: Money | null;
  @ShowChoice(['he', 'en'], { nullable: true, about: 'In which the customer is written to.' })
  readonly locale!: Locale | null;
  @ShowOne(() => WhyNotResource, { nullable: true, about: 'Why not, as the decision would be refused now.' })
  readonly reason!: WhyNot | null;
}

/** What many decisions would come to. */
export type BulkPreview = Readonly<{
  count: number;
  total: Money | null;
  items: readonly PreviewedItem[];
  rejectionReasons: readonly ShownReason[];
}>;

export class BulkPreviewResource implements BulkPreview {
  @ShowNumber({ about: 'How many of them may be decided so.' }) readonly count!: number;
  @ShowOne(() => MoneyResource, {
    nullable: true,
    about:
      'What those come to, to be stated as `total` of the decisions on them; null for none, and for several currencies, which are never added.',
  })
  readonly total!: Money | null;
  @ShowMany(() => PreviewedItemResource, { about: 'In the order of the request.' })
  readonly items!: readonly PreviewedItem[];
  @ShowMany(() => RejectionReasonResource) readonly rejectionReasons!: readonly ShownReason[];
}
