import {
  canonicalJson,
  externalRefundOf,
  postingsForExternalRefund,
  publicId,
  timelineDepth,
  type TimelineKind,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import { postTransactions } from '../ledger/post-transactions';
import { STATUS_CHANGED, type StatusEventBody } from '../webhook/status-event';
import { retakeHold } from './hold';

/** Money that a gateway moved out of a payment, and that no transfer of ours answers for. */
export type Movement = Readonly<{
  merchantId: string;
  gateway: string;
  gatewayRefundId: string;
  paymentId: string;
  amount: number;
  currency: string;
  /** By the gateway's clock, RFC 3339; null where it told none. */ movedAt: string | null;
  /** The refund under whose reference it moved, if any. */ of: string | null;
}>;

/**
 * Records a movement as an external refund: completed, one settled transfer, no lines and no document. It holds what
 * still fits of its payment; the rest stands in its alert. The payment is locked by the caller. A movement is imported
 * once, however often it is told. Returns the refund's id; null when the merchant has no policy under which it could
 * stand.
 */
export async function importMovement(tx: Tx, movement: Movement): Promise<string | null> {
  const { merchantId, gateway, gatewayRefundId, paymentId, amount, currency } = movement;
  const requestKey = sha256Hex(`external\n${merchantId}\n${gateway}\n${gatewayRefundId}`);
  const [payment] = await tx.query<PaymentFacts>(PAYMENT, [paymentId, requestKey, currency]);
  if (!payment) return null;
  if (payment.importedId !== null) return payment.importedId;
  if (payment.policyVersionId === null) return null;

  const decided = externalRefundOf({ currency, amount, paymentRef: payment.ref, gateway });
  const [id, transferId] = [newId(), newId()];
  await tx.query(INSERT, [
    ...[id, payment.saleId, payment.policyVersionId, requestKey, currency, amount, JSON.stringify(decided)],
    ...[sha256Hex(canonicalJson({ ...movement })), gateway, transferId, paymentId, gatewayRefundId, movement.movedAt],
    ...[newId(), movement.of === null ? '{}' : JSON.stringify({ refund: publicId('refund', movement.of) })],
  ]);
  const uncovered = await retakeHold(tx, newId(), { id: transferId, paymentId, amount });
  const owner = { id, merchantId, legalEntityId: payment.legalEntityId, currency };
  await postTransactions(tx, owner, [
    {
      kind: 'external',
      key: `transfer:${transferId}:settled:1`,
      postings: postingsForExternalRefund({ amount, currency }),
    },
  ]);
  await tellOf(tx, id, { ...movement, uncovered });
  return id;
}

type PaymentFacts = Readonly<{
  ref: string;
  saleId: string;
  legalEntityId: string;
  policyVersionId: string | null;
  importedId: string | null;
}>;

async function tellOf(
  tx: Tx,
  id: string,
  { merchantId, gateway, gatewayRefundId, amount, currency, uncovered }: Movement & Readonly<{ uncovered: number }>,
): Promise<void> {
  const data = { amount, currency, gatewayRefundId };
  const notes: readonly Readonly<{ kind: TimelineKind; data: object }>[] = [
    { kind: 'imported', data },
    { kind: 'money_alert', data: { ...data, transfer: 1, alert: 'external_refund', uncovered } },
  ];
  const body: StatusEventBody = { from: null, to: 'completed' };
  await tx.query(TELL, [
    ...[id, merchantId, `gateway:${gateway}`, STATUS_CHANGED, JSON.stringify(body)],
    JSON.stringify(notes.map((note, no) => ({ ...note, no, depth: timelineDepth(note.kind) }))),
  ]);
}

const PAYMENT = `
SELECT p.ref, p.sale_id AS "saleId", s.legal_entity_id AS "legalEntityId",
  (SELECT id FROM policy_version v WHERE v.merchant_id = p.merchant_id AND v.currency = p.currency
   ORDER BY v.status = 'published' DESC, v.number DESC LIMIT 1) AS "policyVersionId",
  (SELECT id FROM refund r WHERE r.request_key = $2) AS "importedId"
FROM payment p JOIN sale s ON s.id = p.sale_id WHERE p.id = $1 AND p.currency = $3`;

const INSERT = `
WITH own AS (
  INSERT INTO refund (id, merchant_id, sale_id, customer_id, legal_entity_id, policy_version_id, law_version, request_key, metadata, reason,
    destination, requester, requester_owner, currency, payout, shipping_gross, shipping_tax, goodwill, fee, status, origin, statutory,
    snapshot_hash, decided, completed_at)
  SELECT $1, s.merchant_id, s.id, s.customer_id, s.legal_entity_id, $3, 'none', $4, $15::jsonb, 'other', 'original', 'merchant',
    'gateway:' || $9::text, $5, $6::bigint, 0, 0, $6::bigint, 0, 'completed', 'external', false, $8, $7::jsonb, now()
  FROM sale s WHERE s.id = $2 RETURNING id, merchant_id
), moved AS (
  INSERT INTO transfer (id, merchant_id, refund_id, no, payment_id, destination, gateway, currency, amount, status, gateway_refund_id,
    last_final_news_at, settled_at)
  SELECT $10::uuid, merchant_id, id, 1, $11, 'payment', $9::text, $5, $6::bigint, 'settled', $12::text, $13::timestamptz, now() FROM own
  RETURNING id, merchant_id
)
INSERT INTO attempt (id, merchant_id, transfer_id, no, gateway_key, reference, request_hash, status, gateway_refund_id, evidence, answered_at)
SELECT $14::uuid, merchant_id, id, 1, 'external_' || $4::text, 'external_' || $4::text, $8, 'succeeded', $12::text, '{"cause": "imported"}', now() FROM moved`;

const TELL = `
WITH told AS (
  INSERT INTO outgoing_event (merchant_id, refund_id, sequence, type, body) VALUES ($2, $1, 1, $4, $5::jsonb)
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, to_status, actor, data)
SELECT $2, $1, note.kind, note.depth, CASE WHEN note.no = 0 THEN 'completed' END, $3, note.data
FROM jsonb_to_recordset($6::jsonb) AS note (no integer, kind text, depth text, data jsonb) ORDER BY note.no`;
