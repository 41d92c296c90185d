import {
  RefundError,
  type AttemptStatus,
  type PendingReason,
  type RefundOrigin,
  type RefundStatus,
  type TransferStatus,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import type { LedgerOwner } from '../ledger/post-transactions';
import type { Probe } from '../sending-hold/gateway-pause';
import type { AskOfGateway } from './transfer.types';

export type LoadedAttempt = Readonly<{
  id: string;
  no: number;
  status: AttemptStatus;
  gatewayKey: string;
  reference: string;
  gatewayRefundId: string | null;
  /** How often it left; only an attempt that left once can be told to have never arrived. */ sends: number;
  /** First, and last. */ sentAt: string | null;
  lastSentAt: string | null;
}>;
/** A transfer to a payment with all its attempts, read after the lock. */
export type LoadedTransfer = Readonly<{
  id: string;
  no: number;
  status: TransferStatus;
  gateway: string;
  /** The gateway's own reference of the payment. */ gatewayRef: string;
  paymentId: string;
  amount: number;
  currency: string;
  /** Of a pending one. */ pendingReason: PendingReason | null;
  lastFinalNewsAt: string | null;
  /** The pause of its gateway that it is to try the end of. */ probe: Probe | null;
  refund: LedgerOwner &
    Readonly<{
      requestKey: string;
      status: RefundStatus;
      requestedBy: string | null;
      reason: string;
      origin: RefundOrigin;
      repairs: number;
    }>;
  attempts: readonly LoadedAttempt[];
}>;

/** Locks a transfer that is to be sent; nobody sends, answers or releases it beside. */
export const lockTransfer = async (tx: Tx, transferId: string): Promise<void> => {
  await tx.query(`SELECT id FROM transfer WHERE id = $1 FOR NO KEY UPDATE`, [transferId]);
};

/** Locks what an answer to an attempt may change, in the lock order: payment, then transfer. */
export const lockForAnswer = async (tx: Tx, attemptId: string): Promise<void> => {
  await tx.query(
    `SELECT t.id FROM transfer t JOIN payment p ON p.id = t.payment_id
     WHERE t.id = (SELECT transfer_id FROM attempt WHERE id = $1) FOR NO KEY UPDATE OF p, t`,
    [attemptId],
  );
};

/** Locks what announced news may change: a reversal is also marked on the refund, which comes between the two. */
export const lockForNews = async (tx: Tx, transferId: string): Promise<void> => {
  await tx.query(
    `SELECT t.id FROM transfer t JOIN payment p ON p.id = t.payment_id JOIN refund r ON r.id = t.refund_id
     WHERE t.id = $1 FOR NO KEY UPDATE OF p, r, t`,
    [transferId],
  );
};

/** Reads a transfer and its attempts in one statement. Throws `not_found`. */
export const loadTransfer = (tx: Tx, transferId: string): Promise<LoadedTransfer> => load(tx, `t.id = $1`, transferId);
export const loadTransferOf = (tx: Tx, attemptId: string): Promise<LoadedTransfer> =>
  load(tx, `t.id = (SELECT transfer_id FROM attempt WHERE id = $1)`, attemptId);

async function load(tx: Tx, where: string, id: string): Promise<LoadedTransfer> {
  const [transfer] = await tx.query<LoadedTransfer>(`${LOAD} WHERE ${where}`, [id]);
  if (!transfer) throw new RefundError('not_found');
  return transfer;
}

const LOAD = `
SELECT t.id, t.no, t.status, t.gateway, p.gateway_ref AS "gatewayRef", p.id AS "paymentId", t.amount, t.currency,
  t.pending_reason AS "pendingReason", t.last_final_news_at AS "lastFinalNewsAt",
  (SELECT jsonb_build_object('holdId', h.id, 'failures', h.failures) FROM sending_hold h WHERE h.probe_transfer_id = t.id AND h.ended_at IS NULL) AS probe,
  jsonb_build_object('id', r.id, 'merchantId', r.merchant_id, 'legalEntityId', r.legal_entity_id, 'currency', r.currency,
    'requestKey', r.request_key, 'status', r.status, 'requestedBy', r.requested_by, 'reason', r.reason, 'origin', r.origin, 'repairs', r.repairs) AS refund,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'no', a.no, 'status', a.status, 'gatewayKey', a.gateway_key,
     'reference', a.reference, 'gatewayRefundId', a.gateway_refund_id, 'sends', a.sends, 'sentAt', a.sent_at, 'lastSentAt', a.last_sent_at) ORDER BY a.no), '[]')
   FROM attempt a WHERE a.transfer_id = t.id) AS attempts
FROM transfer t JOIN payment p ON p.id = t.payment_id JOIN refund r ON r.id = t.refund_id`;

export const newestAttempt = ({ attempts }: LoadedTransfer): LoadedAttempt | undefined => attempts.at(-1);
/** Throws `not_found`: news and answers belong to an attempt of the transfer. */
export function attemptById({ attempts }: LoadedTransfer, attemptId: string): LoadedAttempt {
  const attempt = attempts.find(({ id }) => id === attemptId);
  if (!attempt) throw new RefundError('not_found');
  return attempt;
}

export const askOf = (transfer: LoadedTransfer, attempt: LoadedAttempt): AskOfGateway => ({
  idempotencyKey: attempt.gatewayKey,
  reference: attempt.reference,
  gatewayRef: transfer.gatewayRef,
  amount: { amount: transfer.amount, currency: transfer.currency },
});
