import { move, type StateTable } from '../state/state-table';

export const TRANSFER_STATUSES = [
  'planned',
  'sending',
  'pending',
  'in_doubt',
  'declined',
  'settled',
  'reversed',
  'released',
] as const;
/** Statuses of a transfer whose money is due and not where it belongs. */
export const DUE_STATUSES = [
  'planned',
  'sending',
  'pending',
  'in_doubt',
  'declined',
] as const satisfies readonly TransferStatus[];
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** Which status of a transfer may follow which (domain.md section 2). The only place that knows. */
export const TRANSFER_NEXT: StateTable<TransferStatus> = {
  // `settled`: late news after a restore of the database. `pending`: by hand, once it stands in a bank file.
  planned: ['sending', 'pending', 'settled', 'released'],
  // Back to `planned` only when the call surely never left.
  sending: ['planned', 'settled', 'pending', 'declined', 'in_doubt'],
  pending: ['settled', 'declined', 'in_doubt'],
  in_doubt: ['settled', 'pending', 'declined', 'sending'],
  declined: ['sending', 'settled', 'released'],
  settled: ['reversed'],
  reversed: [],
  released: [],
};
/** Returns `to`, or throws `invalid_state`. */
export const moveTransfer = (from: TransferStatus, to: TransferStatus): TransferStatus => move(TRANSFER_NEXT, from, to);

export const ATTEMPT_STATUSES = ['prepared', 'sent', 'pending', 'succeeded', 'refused', 'unknown', 'not_sent'] as const;
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];

/** Which status of an attempt may follow which. A repeat of `unknown` keeps the attempt and its key. */
export const ATTEMPT_NEXT: StateTable<AttemptStatus> = {
  // `succeeded` of `prepared`, `refused` and `not_sent` is late news: the gateway proves that the call had left after all.
  prepared: ['sent', 'not_sent', 'succeeded'],
  sent: ['succeeded', 'pending', 'refused', 'unknown', 'not_sent'],
  pending: ['unknown', 'succeeded', 'refused'],
  unknown: ['sent', 'pending', 'succeeded', 'refused'],
  refused: ['succeeded'],
  not_sent: ['succeeded'],
  succeeded: [],
};
/** Returns `to`, or throws `invalid_state`. */
export const moveAttempt = (from: AttemptStatus, to: AttemptStatus): AttemptStatus => move(ATTEMPT_NEXT, from, to);

/**
 * As what a transfer counts: one whose decline is about to be tried anew is planned again, though its row calls it
 * declined until the next attempt leaves.
 */
export const countsAs = (status: TransferStatus, newestAttempt: AttemptStatus | null): TransferStatus =>
  status === 'declined' && newestAttempt === 'prepared' ? 'planned' : status;

/** Why a transfer that is due is not sent yet. Of several the first one is shown. */
export const HOLD_REASONS = ['dispute', 'kill_switch', 'breaker', 'gateway_paused'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
/** Why a gateway has not carried out what it accepted. `insufficient_funds`: the merchant's balance there has to be filled. */
export const PENDING_REASONS = ['processing', 'insufficient_funds', 'charge_pending', 'customer_action'] as const;
export type PendingReason = (typeof PENDING_REASONS)[number];
