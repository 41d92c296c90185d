import {
  countedOf,
  disputeEntries,
  exceedsCaptured,
  type DisputeState,
  type DisputeTold,
  type Posting,
} from '@zikui/domain';
import type { Payment } from './book-rows';
import { balances } from './books';
import type { Chance } from './chance';
import type { Rules } from './rules';

/** A dispute at the gateway, what was told of it so far, and what the books make of what they heard. */
type Dispute = {
  readonly name: string;
  readonly payment: Payment;
  truth: DisputeTold['status'];
  readonly told: DisputeTold[];
  state: DisputeState | null;
  readonly postings: (readonly Posting[])[];
};

/** Disputes of card holders: opened and ended outside, told late, twice and in any order. */
export class Disputes {
  readonly all: Dispute[] = [];
  /** A transfer that left although a dispute of its payment was known to be open. */ sentAgainst: string | null = null;
  private readonly alerted = new Set<Payment>();

  constructor(private readonly rules: Rules) {}

  /** Something happens at the gateway: a dispute is opened, or one ends. */
  happen(payment: Payment, chance: Chance, atMs: number): void {
    const open = this.all.find((one) => one.payment === payment && one.truth !== 'lost');
    if (open) this.end(open, chance.happens(0.5) ? 'won' : 'lost', atMs);
    else if (this.all.length < 6) this.open(payment, chance.between(1, 5_000), atMs);
  }

  /** One announcement arrives: perhaps an old one once more. */
  hearOne(chance: Chance): void {
    const dispute = chance.oneOf(this.all);
    const told = dispute && chance.oneOf(dispute.told);
    if (dispute && told) this.hear(dispute, told);
  }

  /** Whatever is open ends, and everything is told, the oldest last. */
  heal(atMs: number): void {
    for (const dispute of this.all) {
      if (dispute.truth === 'open') this.end(dispute, 'won', atMs);
      for (const told of dispute.told.toReversed()) this.hear(dispute, told);
    }
  }

  /** Whether the product would keep a transfer of that payment from being sent. */
  holds(payment: Payment): boolean {
    return this.rules.disputeBlocks({ ...payment, hasOpenDispute: this.isOpen(payment) });
  }

  left(name: string, payment: Payment): void {
    if (this.isOpen(payment)) this.sentAgainst = name;
  }

  /** What of the promises about disputes does not hold now. */
  brokenNow(payments: readonly Payment[], isAlerted: (payment: Payment) => boolean): string | undefined {
    if (this.sentAgainst !== null) return `I1 ${this.sentAgainst} was sent while a dispute is open`;
    for (const payment of payments) {
      const counted = this.of(payment).reduce((sum, { state }) => sum + (state ? countedOf(state) : 0), 0);
      if (payment.disputed !== counted) return `I1 ${payment.ref} has ${payment.disputed} disputed of ${counted}`;
      if (exceedsCaptured(payment) && !this.alerted.has(payment) && !isAlerted(payment))
        return `I1 ${payment.ref} holds and disputes more than was captured, and nobody was told`;
    }
    const unbalanced = this.all.find(({ postings }) => !balances(postings));
    return unbalanced && `I6 the postings of ${unbalanced.name} do not balance`;
  }

  /** In the quiet the books know of each dispute how it ended, and where its money is. */
  brokenInQuiet(): string | undefined {
    for (const { name, truth, told, state, postings } of this.all) {
      if (state?.status !== truth) return `I1 ${name} is ${truth}, and ${state?.status ?? 'unknown'} in the books`;
      const withdrawn = truth === 'won' ? 0 : (told.findLast(({ funds }) => funds === 'withdrawn')?.amount ?? 0);
      const clearing = postings.flat().filter(({ account }) => account === 'gateway_clearing');
      if (clearing.reduce((sum, { amount }) => sum + amount, 0) !== -withdrawn)
        return `I6 the ledger differs from ${name}`;
    }
    return undefined;
  }

  private open(payment: Payment, amount: number, atMs: number): void {
    const name = `dispute ${this.all.length + 1}`;
    const told = { atMs, amount, status: 'open', funds: 'withdrawn' } as const;
    this.all.push({ name, payment, truth: 'open', told: [told], state: null, postings: [] });
  }

  private end(dispute: Dispute, status: 'won' | 'lost', atMs: number): void {
    const amount = dispute.told[0]?.amount ?? 0;
    const last = dispute.told.at(-1)?.atMs ?? atMs;
    dispute.truth = status;
    const funds = status === 'won' ? 'returned' : 'withdrawn';
    dispute.told.push({ atMs: Math.max(atMs, last + 1), amount, status, funds });
  }

  private hear(dispute: Dispute, told: DisputeTold): void {
    const before = dispute.state;
    const after = this.rules.applyDisputeNews(before, told);
    dispute.state = after;
    for (const { postings } of disputeEntries(before, after, 'ILS')) dispute.postings.push(postings);
    const { payment } = dispute;
    payment.disputed += countedOf(after) - (before ? countedOf(before) : 0);
    if (exceedsCaptured(payment)) this.alerted.add(payment);
  }

  private of(payment: Payment): readonly Dispute[] {
    return this.all.filter((one) => one.payment === payment);
  }
  private isOpen(payment: Payment): boolean {
    return this.of(payment).some(({ state }) => state?.status === 'open');
  }
}
