import { formatMoney } from '../money/format-money';
import type { DisputeStatus } from './dispute-status';

export type DisputeFacts = Readonly<{
  status: DisputeStatus;
  currency: string;
  captured: number;
  disputed: number;
  openedAt: string;
  /** What settled to the payment, oldest first. */
  refunded: readonly Readonly<{ amount: number; settledAt: string }>[];
  /** What is on its way to it, and may settle. */ underWay: number;
}>;

/** What an evidence file shows, in one paragraph for the acquirer: what was captured, disputed and paid back, and whether the card holder got more than he paid. */
export function disputeSummary(facts: DisputeFacts): string {
  const { currency, captured, disputed, openedAt, refunded, underWay, status } = facts;
  const money = (amount: number): string => formatMoney({ amount, currency }, 'en');
  const sum = (parts: DisputeFacts['refunded']): number => parts.reduce((total, { amount }) => total + amount, 0);
  const before = sum(refunded.filter(({ settledAt }) => secondOf(settledAt) <= secondOf(openedAt)));
  const after = sum(refunded) - before;
  const sentences = [
    `${money(captured)} were captured and ${money(disputed)} of it are disputed since ${openedAt.slice(0, 10)}.`,
    before > 0 ? `${money(before)} had been refunded to the same payment before the dispute was opened.` : null,
    after > 0 ? `${money(after)} were refunded to the same payment after it was opened.` : null,
    before + after === 0 ? 'Nothing was refunded to this payment.' : null,
    underWay > 0 ? `Refunds of ${money(underWay)} are under way and their outcome is not known yet.` : null,
    status !== 'won' && before + after + disputed > captured
      ? `With the disputed amount the card holder would have ${money(before + after + disputed - captured)} more than he paid.`
      : null,
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

/** Gateways tell when a dispute was opened in whole seconds: what settled within that second cannot be called later. */
const secondOf = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);
