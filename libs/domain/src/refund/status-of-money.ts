import type { TransferStatus } from '../transfer/transfer-status';
import type { RefundStatus } from './refund-status';

/** Why a person must look at a refund (`reviewReason`). */
export const REVIEW_REASONS = [
  /** A transfer was declined. */ 'transfer_declined',
  /** Money that had settled came back. */ 'transfer_reversed',
  /** The transfers that are left do not cover the payout. */ 'payout_uncovered',
  /** Money of an attempt that was given up, or of a transfer that had come back, has moved after all, beside a newer one. */ 'paid_twice',
  /** Look-ups are used up, a pending transfer stayed so too long, or the gateway named another amount. */ 'no_answer',
  /** A dispute blocks a transfer that is due. */ 'dispute_open',
  /** Nobody decided in time, and the customer has a right to the money. */ 'approval_overdue',
  /** The goods did not come in time, and the customer has a right to the money. */ 'goods_overdue',
  /** The approvers refused where the money was to go instead. */ 'destination_rejected',
  /** The process of the refund was lost. */ 'process_lost',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export type MoneyTransfer = Readonly<{
  status: TransferStatus;
  amount: number;
  /** Set when waiting for news of this transfer ended without any, or the next step is blocked. */
  reviewDue?: ReviewReason | null;
}>;
export type MoneyStatus = Extract<
  RefundStatus,
  'processing' | 'awaiting_gateway' | 'in_doubt' | 'needs_review' | 'completed'
>;
export type StatusOfMoney = Readonly<{ status: MoneyStatus; reviewReason: ReviewReason | null }>;

/**
 * The one honest status of a refund whose money is on its way: the worst among its transfers. `owed` is the payout less
 * the part closed short. Replaced transfers (reversed or released) count no more; completed means that all others have
 * settled and cover what is owed. A `surplus`, which the customer has beside what was owed and nobody has seen to, keeps
 * it from being completed.
 */
export function statusOfMoney(transfers: readonly MoneyTransfer[], owed: number, surplus = 0): StatusOfMoney {
  const live = transfers.filter(({ status }) => status !== 'reversed' && status !== 'released');
  const has = (status: TransferStatus): boolean => live.some((transfer) => transfer.status === status);
  const covered = live.reduce((total, { amount }) => total + amount, 0) >= owed;

  if (!covered) return review(hasReversed(transfers) ? 'transfer_reversed' : 'payout_uncovered');
  if (has('declined')) return review('transfer_declined');
  // What is settled needs no answer any more, whatever was due before.
  const waiting = live.filter(({ status }) => status !== 'settled');
  const due = REVIEW_REASONS.find((reason) => waiting.some(({ reviewDue }) => reviewDue === reason));
  if (due) return review(due);

  if (has('in_doubt')) return { status: 'in_doubt', reviewReason: null };
  if (has('pending')) return { status: 'awaiting_gateway', reviewReason: null };
  if (has('planned') || has('sending')) return { status: 'processing', reviewReason: null };
  return surplus > 0 ? review('paid_twice') : { status: 'completed', reviewReason: null };
}

/** The worst first, as `statusOfMoney` asks. */
const SHOWN: readonly (readonly [MoneyStatus, TransferStatus])[] = [
  ['needs_review', 'declined'],
  ['in_doubt', 'in_doubt'],
  ['awaiting_gateway', 'pending'],
];
const badness = (status: string, place: 0 | 1): number =>
  SHOWN.findIndex((one) => one[place] === status) + 1 || Infinity;

/**
 * Whether a transfer, as what it counts, is worse than its refund shows. Never so where `statusOfMoney` gave the status;
 * false of a refund whose money is not on its way.
 */
export const isWorseThanShown = (transfer: TransferStatus, refund: RefundStatus): boolean =>
  (refund === 'processing' || SHOWN.some(([status]) => status === refund)) && badness(transfer, 1) < badness(refund, 0);

const review = (reviewReason: ReviewReason): StatusOfMoney => ({ status: 'needs_review', reviewReason });
const hasReversed = (transfers: readonly MoneyTransfer[]): boolean =>
  transfers.some(({ status }) => status === 'reversed');
