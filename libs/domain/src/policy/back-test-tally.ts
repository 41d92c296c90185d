import type { ReplayedRefund, ReplayOutcome } from '../refund/replay-refund';

/** One refund of the past, as it was decided and as a draft would decide it. */
export type BackTestCase = Readonly<{
  reason: string;
  skus: readonly string[];
  before: ReplayedRefund;
  after: ReplayedRefund;
}>;

type Pair = Readonly<{ before: number; after: number }>;
/** How the cases of one reason or product fare; amounts in minor units. */
export type BackTestGroup = Readonly<{ cases: number; changed: number; payout: Pair }>;
/** What a back-test found. Amounts are minor units of the policy's currency. */
export type BackTestReport = Readonly<{
  cases: number;
  /** Refunds from before their grounds were recorded: nothing is said of them. */ skipped: number;
  changed: number;
  /** Cases by how they went and would go. */ outcomes: Readonly<Record<ReplayOutcome, Pair>>;
  /** Share of the cases that need nobody, in basis points. */ autoBps: Pair;
  payout: Pair;
  fee: Pair;
  /** Cases in which a rule could not be evaluated. */ errors: Pair;
  /** Statutory cases whose silence would last beyond the legal date. */ late: Pair;
  /** Statutory cases that were not settled in time. */ legalMisses: number;
  byReason: Readonly<Record<string, BackTestGroup>>;
  /** A case counts under each of its products; those beyond the first thousand count as `other`. */ byProduct: Readonly<
    Record<string, BackTestGroup>
  >;
}>;

const MOST_PRODUCTS = 1_000;
const OTHER = 'other';
const NONE: Pair = { before: 0, after: 0 };
const EMPTY: BackTestReport = {
  ...{ cases: 0, skipped: 0, changed: 0, legalMisses: 0 },
  outcomes: { auto: NONE, approval: NONE, refused: NONE },
  ...{ autoBps: NONE, payout: NONE, fee: NONE, errors: NONE, late: NONE },
  ...{ byReason: {}, byProduct: {} },
};

/** Whether a customer or an approver would notice: another outcome, amount, ladder or way of the goods. */
export const isChanged = ({ before, after }: Pick<BackTestCase, 'before' | 'after'>): boolean =>
  before.outcome !== after.outcome ||
  before.payout !== after.payout ||
  before.steps !== after.steps ||
  before.returnMode !== after.returnMode;

/** Counts a back-test, case by case. What it has counted can be written down between two cases, and counted on from there. */
export class BackTestTally {
  private readonly sums: { cases: number; skipped: number; changed: number; legalMisses: number };
  private readonly pairs: Record<'payout' | 'fee' | 'errors' | 'late' | ReplayOutcome, Counted>;
  private readonly reasons: Map<string, Group>;
  private readonly products: Map<string, Group>;

  constructor(from: BackTestReport = EMPTY) {
    const { cases, skipped, changed, legalMisses, outcomes, payout, fee, errors, late } = from;
    this.sums = { cases, skipped, changed, legalMisses };
    const { auto, approval, refused } = outcomes;
    const own = (pair: Pair): Counted => ({ ...pair });
    this.pairs = {
      ...{ payout: own(payout), fee: own(fee), errors: own(errors), late: own(late) },
      ...{ auto: own(auto), approval: own(approval), refused: own(refused) },
    };
    this.reasons = groupsOf(from.byReason);
    this.products = groupsOf(from.byProduct);
  }

  skip(cases = 1): void {
    this.sums.skipped += cases;
  }

  miss(): void {
    this.sums.legalMisses += 1;
  }

  add(one: BackTestCase): void {
    const changed = isChanged(one);
    this.sums.cases += 1;
    this.sums.changed += Number(changed);
    for (const side of ['before', 'after'] as const) {
      const { outcome, payout, fee, erred, late } = one[side];
      this.pairs[outcome][side] += 1;
      this.pairs.payout[side] += payout;
      this.pairs.fee[side] += fee;
      this.pairs.errors[side] += Number(erred);
      this.pairs.late[side] += Number(late);
    }
    count(this.reasons, one.reason, one, changed);
    for (const sku of one.skus) count(this.products, this.productOf(sku), one, changed);
  }

  get report(): BackTestReport {
    const { auto, approval, refused, ...pairs } = this.pairs;
    const share = (count: number): number =>
      this.sums.cases === 0 ? 0 : Math.floor((count * 10_000) / this.sums.cases);
    return structuredClone({
      ...this.sums,
      outcomes: { auto, approval, refused },
      autoBps: { before: share(auto.before), after: share(auto.after) },
      ...pairs,
      byReason: Object.fromEntries(this.reasons),
      byProduct: Object.fromEntries(this.products),
    });
  }

  private productOf(sku: string): string {
    return this.products.has(sku) || this.products.size < MOST_PRODUCTS ? sku : OTHER;
  }
}
type Counted = { before: number; after: number };
type Group = { cases: number; changed: number; payout: Counted };

const groupsOf = (groups: Readonly<Record<string, BackTestGroup>>): Map<string, Group> =>
  new Map(Object.entries(groups).map(([name, group]) => [name, structuredClone(group) as Group]));

function count(groups: Map<string, Group>, name: string, { before, after }: BackTestCase, changed: boolean): void {
  const group = groups.get(name) ?? { cases: 0, changed: 0, payout: { before: 0, after: 0 } };
  group.cases += 1;
  group.changed += Number(changed);
  group.payout.before += before.payout;
  group.payout.after += after.payout;
  groups.set(name, group);
}
