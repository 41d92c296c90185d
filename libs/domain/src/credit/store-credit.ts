import { basisPoints } from '../quote/share';

export const CREDIT_ENTRY_KINDS = ['refund', 'bonus'] as const;
export type CreditEntryKind = (typeof CREDIT_ENTRY_KINDS)[number];
/** One bucket to issue. Buckets are apart because only credit of a refund may be cashed out. */
export type CreditIssue = Readonly<{ kind: CreditEntryKind; amount: number }>;

/** What is added for choosing credit over money: floor(payout x bps / 10000). Outside the transfers, booked as goodwill. */
export const storeCreditBonus = (payout: number, bonusBps: number): number => basisPoints(payout, bonusBps);

/** The entries that a refund to store credit issues; a bonus of nothing makes none. */
export const creditIssues = (payout: number, bonus: number): readonly CreditIssue[] => [
  { kind: 'refund', amount: payout },
  ...(bonus > 0 ? [{ kind: 'bonus', amount: bonus } as const] : []),
];
