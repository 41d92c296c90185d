import {
  DIFFERENCE_KINDS,
  TRANSFER_STATUSES,
  type Difference,
  type DifferenceKind,
  type Money,
  type ReconciliationTotal,
} from '@zikui/domain';
import type { DifferenceView, ReconciliationView } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowDate, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class TotalResource implements ReconciliationTotal {
  @ShowText({ example: 'ILS' }) readonly currency!: string;
  @ShowNumber({ about: 'Settled by our transfers, minor units.' }) readonly ours!: number;
  @ShowNumber({ about: 'Settled by the gateway, or by its report.' }) readonly theirs!: number;
  @ShowNumber({ about: 'Posted in the ledger as gone through the gateway.' }) readonly ledger!: number;
}

export class ReconciliationResource implements ReconciliationView {
  @ShowText() readonly id!: string;
  @ShowText() readonly gateway!: string;
  @ShowChoice(['gateway', 'report']) readonly source!: ReconciliationView['source'];
  @ShowDate() readonly fromDay!: string;
  @ShowDate() readonly toDay!: string;
  @ShowChoice(['requested', 'running', 'done', 'failed']) readonly status!: ReconciliationView['status'];
  @ShowText({ nullable: true, about: 'Why it could not be finished.' }) readonly failure!: string | null;
  @ShowMany(() => TotalResource, { about: 'Per currency. In agreement all three are equal.' })
  readonly totals!: readonly ReconciliationTotal[];
  @ShowNumber({ about: 'Open differences that this comparison saw last.' }) readonly differences!: number;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ nullable: true }) readonly endedAt!: string | null;
}

class OursResource {
  @ShowChoice(TRANSFER_STATUSES) readonly status!: string;
  @ShowOne(() => MoneyResource) readonly amount!: Money;
}
class TheirsResource {
  @ShowChoice(['settled', 'pending', 'declined', 'unknown']) readonly status!: string;
  @ShowOne(() => MoneyResource) readonly amount!: Money;
}

class DifferenceResource implements DifferenceView {
  @ShowText() readonly id!: string;
  @ShowChoice(DIFFERENCE_KINDS) readonly kind!: DifferenceKind;
  @ShowChoice(['finance', 'ops'], { about: 'Whose task it is to end it.' }) readonly owner!: DifferenceView['owner'];
  @ShowText() readonly gateway!: string;
  @ShowDate() readonly day!: string;
  @ShowText({ nullable: true }) readonly refundId!: string | null;
  @ShowText({ nullable: true }) readonly transferId!: string | null;
  @ShowText({ nullable: true }) readonly gatewayRefundId!: string | null;
  @ShowOne(() => OursResource, { nullable: true }) readonly ours!: Difference['ours'];
  @ShowOne(() => TheirsResource, { nullable: true }) readonly theirs!: Difference['theirs'];
  @ShowText({ nullable: true }) readonly note!: string | null;
  @ShowInstant() readonly firstSeenAt!: string;
  @ShowInstant() readonly lastSeenAt!: string;
  @ShowInstant({ nullable: true }) readonly resolvedAt!: string | null;
  @ShowNumber({ about: 'Since it was first seen, until it was resolved.' }) readonly ageSeconds!: number;
}

export class ReconciliationPage {
  @ShowMany(() => ReconciliationResource) readonly items!: readonly ReconciliationView[];
  @ShowText({ nullable: true }) readonly next!: string | null;
}
export class DifferencePage {
  @ShowMany(() => DifferenceResource) readonly items!: readonly DifferenceView[];
  @ShowText({ nullable: true }) readonly next!: string | null;
}
