import type { Money } from '../money/money';
import type { TransferStatus } from '../transfer/transfer-status';
import type { MovementStatus } from './gateway-movement';

/** Where two of our books, or ours and a gateway's, tell different stories, and whose task it is to end that. */
export const DIFFERENCE_OWNER = {
  /** Settled here, and the gateway does not know it. */ missing_at_gateway: 'finance',
  /** The gateway moved money that no transfer of ours knows: somebody refunded in its dashboard. */ missing_here:
    'finance',
  /** Money moved a second time under one reference of ours. */ second_movement: 'finance',
  /** Both know it, with other amounts or currencies. */ amount_differs: 'finance',
  /** Both know it, and do not agree whether the money moved. */ status_differs: 'finance',
  /** Settled here, and the ledger does not say so, or says another amount. */ ledger_differs: 'finance',
  /** A refund is open and no process carries it. */ process_missing: 'ops',
  /** The process ended while the refund is open. */ process_closed: 'ops',
  /** A fact was announced that belongs to nothing we know, or that its process was never told. */ event_orphaned:
    'ops',
} as const;
export type DifferenceKind = keyof typeof DIFFERENCE_OWNER;
export type DifferenceOwner = (typeof DIFFERENCE_OWNER)[DifferenceKind];
export const DIFFERENCE_KINDS = Object.keys(DIFFERENCE_OWNER) as readonly DifferenceKind[];

/** One difference. `subject` names it among those of its kind: found again, it is the same one, and its age goes on. */
export type Difference = Readonly<{
  kind: DifferenceKind;
  subject: string;
  refundId: string | null;
  transferId: string | null;
  gatewayRefundId: string | null;
  /** When the money moved, or was sent, RFC 3339; null where neither is known. */ at: string | null;
  ours: Readonly<{ status: TransferStatus; amount: Money }> | null;
  theirs: Readonly<{ status: MovementStatus; amount: Money }> | null;
}>;
