import type { AttemptStatus, PendingReason, RefundStatus, ReturnStatus, TransferStatus } from '@zikui/domain';
import type { AttemptEvidence, ReviewView } from './review.view';

/** A refund with what is known of its money, as one row: UUIDs, amounts in minor units of `currency`, instants with any offset. */
export type ReviewRecord = Readonly<{
  id: string;
  saleRef: string;
  status: RefundStatus;
  reviewReason: string | null;
  currency: string;
  payout: number;
  shortAmount: number;
  since: string;
  ageSeconds: number;
  payBy: string | null;
  payByZone: string;
  /** By the clock of the database. */ now: string;
  assignedTo: string | null;
  steps: number;
  owed: number;
  surplus: number;
  awaitedGoods: ReturnStatus | null;
  transfers: readonly Readonly<{
    id: string;
    no: number;
    gateway: string;
    destination: 'payment' | 'store_credit' | 'manual';
    amount: number;
    status: TransferStatus;
    replacesId: string | null;
    isHeld: boolean;
    pendingReason: PendingReason | null;
    declineReason: string | null;
    /** When its outcome was first left open since its newest attempt was sent. */ openSince: string | null;
    attempts: readonly (AttemptEvidence & Readonly<{ status: AttemptStatus }>)[];
  }>[];
  lookUps: ReviewView['lookUps'];
  webhooks: ReviewView['webhooks'];
  proposals: readonly string[];
}>;
