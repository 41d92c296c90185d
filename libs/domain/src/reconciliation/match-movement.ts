import type { Money } from '../money/money';
import type { TransferStatus } from '../transfer/transfer-status';
import type { Difference, DifferenceKind } from './difference';
import type { GatewayMovement, MovementStatus } from './gateway-movement';

/** A transfer through a gateway as our own books know it. */
export type KnownTransfer = Readonly<{
  transferId: string;
  refundId: string;
  status: TransferStatus;
  amount: Money;
  /** Of the attempt that moved it; null while none is known. */ gatewayRefundId: string | null;
  /** When its newest call left first, RFC 3339. */ sentAt: string | null;
  /** What the ledger says has left through the gateway for it, minor units. */ posted: number;
}>;

/** What the gateway may say of a transfer without there being a difference. `null` = nothing at all. */
const AGREES: Readonly<Record<TransferStatus, readonly (MovementStatus | null)[]>> = {
  planned: [null, 'declined'],
  // A call is under way: whatever it led to is about to be recorded.
  sending: [null, 'declined', 'pending', 'settled', 'unknown'],
  pending: ['pending'],
  // Nobody knows yet, which is no difference; but what the gateway does know should be known here.
  in_doubt: [null, 'unknown'],
  declined: [null, 'declined'],
  settled: ['settled'],
  reversed: [null, 'declined'],
  released: [null, 'declined'],
};

/** What differs between a movement in the gateway's list and the transfer that it belongs to, found by the gateway's id or by our reference; null when they agree. */
export function matchMovement(theirs: GatewayMovement, ours: KnownTransfer | null): Difference | null {
  if (ours === null) return MOVED.includes(theirs.status) ? difference('missing_here', null, theirs) : null;
  if (ours.gatewayRefundId !== null && ours.gatewayRefundId !== theirs.gatewayRefundId)
    return theirs.status === 'declined' ? null : difference('second_movement', ours, theirs);
  if (theirs.status !== 'declined' && !isSame(theirs.amount, ours.amount))
    return difference('amount_differs', ours, theirs);
  return AGREES[ours.status].includes(theirs.status) ? null : difference('status_differs', ours, theirs);
}

/** What differs when the gateway's list does not hold a transfer at all; null when it need not. */
export const matchMissing = (ours: KnownTransfer): Difference | null =>
  AGREES[ours.status].includes(null) ? null : difference('missing_at_gateway', ours, null);

/** What differs between a transfer and the ledger; null when the ledger holds what settled, and nothing of what did not. */
export const matchLedger = (ours: KnownTransfer): Difference | null =>
  ours.posted === (ours.status === 'settled' ? ours.amount.amount : 0)
    ? null
    : difference('ledger_differs', ours, null);

const MOVED: readonly MovementStatus[] = ['settled', 'pending', 'unknown'];
const isSame = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency;

function difference(kind: DifferenceKind, ours: KnownTransfer | null, theirs: GatewayMovement | null): Difference {
  return {
    kind,
    subject: theirs?.gatewayRefundId ?? ours?.transferId ?? '',
    refundId: ours?.refundId ?? null,
    transferId: ours?.transferId ?? null,
    gatewayRefundId: theirs?.gatewayRefundId ?? ours?.gatewayRefundId ?? null,
    at: theirs?.createdAt ?? ours?.sentAt ?? null,
    ours: ours && { status: ours.status, amount: ours.amount },
    theirs: theirs && { status: theirs.status, amount: theirs.amount },
  };
}
