import { refundWorkflowId, timelineDepth, type BankFileFormat } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { SignalToSend } from '../webhook/inbox.types';
import type { DueTransfer } from './collect-orders';

export type OrderedTransfer = DueTransfer & Readonly<{ position: number; endToEndId: string }>;
export type NewBankFile = Readonly<{
  id: string;
  merchantId: string;
  legalEntityId: string;
  currency: string;
  format: BankFileFormat;
  executeOn: string;
  /** Sealed. */ content: string;
  contentHash: string;
  bytes: number;
  actor: string;
  key: string;
  bodyHash: string;
}>;

/**
 * Writes a bank file and moves its transfers, which the caller has locked: each stands in this file and no other, is
 * pending, and its process will be told of it by the relay.
 */
export async function writeBankFile(tx: Tx, file: NewBankFile, orders: readonly OrderedTransfer[]): Promise<void> {
  const { id, merchantId, legalEntityId, currency, format, executeOn, content, contentHash, bytes } = file;
  const total = orders.reduce((sum, { amount }) => sum + amount, 0);
  await tx.query(FILE, [
    ...[id, merchantId, legalEntityId, currency, format, executeOn, orders.length, total],
    ...[content, contentHash, bytes, file.actor, file.key, file.bodyHash],
  ]);
  const items = orders.map((order) => ({
    ...{ id: newId(), inboxId: newId(), transferId: order.id, refundId: order.refundId, no: order.no },
    ...{ position: order.position, endToEndId: order.endToEndId, amount: order.amount },
    signal: signalOf(merchantId, order),
  }));
  await tx.query(ITEMS, [id, merchantId, currency, file.actor, JSON.stringify(items)]);
}

const signalOf = (merchantId: string, { id, refundId, endToEndId }: OrderedTransfer): SignalToSend => ({
  name: 'gatewayEvent',
  workflowId: refundWorkflowId(merchantId, refundId),
  event: {
    eventId: `bank_file:${endToEndId}`,
    transferId: id,
    status: 'pending',
    gatewayRefundId: endToEndId,
    occurredAtMs: Date.now(),
  },
});

const FILE = `
INSERT INTO bank_file (id, merchant_id, legal_entity_id, currency, format, execute_on, transfers, total, content, content_hash, bytes, actor, key, body_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

const ITEMS = `
WITH item AS (
  SELECT * FROM jsonb_to_recordset($5::jsonb) AS row
    (id uuid, "inboxId" uuid, "transferId" uuid, "refundId" uuid, no integer, position integer, "endToEndId" text, amount bigint, signal jsonb)
), placed AS (
  INSERT INTO bank_file_item (id, merchant_id, bank_file_id, transfer_id, position, end_to_end_id, amount)
  SELECT id, $2, $1, "transferId", position, "endToEndId", amount FROM item
), moved AS (
  UPDATE transfer SET status = 'pending', pending_reason = 'processing', updated_at = now() FROM item
  WHERE transfer.id = item."transferId" AND transfer.status = 'planned' RETURNING transfer.id
), voided AS (
  UPDATE proposal SET status = 'void', ended_at = now() FROM item
  WHERE proposal.refund_id = item."refundId" AND proposal.status = 'open' AND (proposal.transfer_id IS NULL OR proposal.transfer_id = item."transferId")
), told AS (
  INSERT INTO inbox_event (id, merchant_id, source, event_id, type, fact, state, refund_id, workflow_id, signal, next_try_at)
  SELECT "inboxId", $2, 'bank_file', signal -> 'event' ->> 'eventId', 'transfer.pending',
    jsonb_build_object('bankFile', $1::text, 'transfer', "transferId", 'endToEndId', "endToEndId"),
    'to_signal', "refundId", signal ->> 'workflowId', signal, now() FROM item
), noted AS (
  INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
  SELECT $2, "refundId", 'transfer_pending', '${timelineDepth('transfer_pending')}', $4,
    jsonb_build_object('transfer', no, 'amount', amount, 'currency', $3::text, 'reason', 'processing', 'gatewayRefundId', "endToEndId") FROM item
)
SELECT insist((SELECT count(*) FROM moved) = (SELECT count(*) FROM item), 'moved_by_another')`;
