import { publicId, RefundError, timelineDepth, type ReturnLabel } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { QueuedMessage } from '../refund/refund-process.types';
import type { LabelAsk, UnusedLabel } from './return.types';

/** Goods on their way back. Each method is one transaction and safe to repeat. */
export class ReturnStore {
  constructor(private readonly database: Database) {}

  /** Which label to order; `undefined` when the customer brings the goods himself, goods are on their way, or the return is over. A label that is there already is asked for again: the carrier gives the same one, and `labelled` the messages that a lost answer took with it. Throws `not_found`. */
  async labelAsk(merchantId: string, returnId: string): Promise<LabelAsk | undefined> {
    const [goods] = await this.database.read({ merchantId }, (tx) => tx.query<LabelFacts>(LABEL_FACTS, [returnId]));
    if (!goods) throw new RefundError('not_found');
    const { carrier, status, method } = goods;
    if (status !== 'expected' || method !== 'carrier' || carrier === null) return undefined;
    return { carrier, reference: publicId('return', returnId) };
  }

  /** Stores the label as the return's parcel and queues the instructions for the customer; a repeat answers with the same ones. */
  async labelled(merchantId: string, returnId: string, carrier: string, label: ReturnLabel): Promise<QueuedMessage[]> {
    return this.database.write({ merchantId }, async (tx) => {
      const { shipmentRef, trackingCode, labelUrl } = label;
      await tx.query(STORE_LABEL, [returnId, newId(), newId(), carrier, shipmentRef, trackingCode, labelUrl]);
      return storedLabel(tx, returnId);
    });
  }

  /** The instructions that were queued with the label and not sent yet; none without a label. */
  async unsentInstructions(merchantId: string, returnId: string): Promise<QueuedMessage[]> {
    return this.database.read({ merchantId }, (tx) => tx.query<QueuedMessage>(UNSENT_INSTRUCTIONS, [returnId]));
  }

  /** Labels of a return that is over, which no carrier has scanned. */
  async unusedLabels(merchantId: string, returnId: string): Promise<UnusedLabel[]> {
    return this.database.read({ merchantId }, (tx) => tx.query<UnusedLabel>(UNUSED_LABELS, [returnId]));
  }

  /** Ends a return whose goods never came. One that goods have moved for, or that is closed already, stays as it is. */
  async close(merchantId: string, returnId: string, as: 'expired' | 'cancelled'): Promise<void> {
    await this.database.write({ merchantId }, (tx) => tx.query(CLOSE, [returnId, as]));
  }

  /** The carrier took the label back. */
  async labelCancelled(merchantId: string, parcelId: string): Promise<void> {
    await this.database.write({ merchantId }, (tx) =>
      tx.query(
        `UPDATE parcel SET status = 'cancelled', updated_at = now() WHERE id = $1 AND status = 'label_created'`,
        [parcelId],
      ),
    );
  }
}

type LabelFacts = Readonly<{
  status: string;
  method: string;
  carrier: string | null;
}>;

// A merchant with several carriers prints with the first by name, so that a repeat asks the same one.
const LABEL_FACTS = `
SELECT g.status, g.method,
  (SELECT min(name) FROM jsonb_object_keys(m.carriers) name) AS carrier
FROM goods_return g JOIN merchant m ON m.id = g.merchant_id WHERE g.id = $1`;

const STORE_LABEL = `
WITH label AS (
  INSERT INTO parcel (id, merchant_id, return_id, no, carrier, shipment_ref, tracking_code, label_url, status)
  SELECT $2, g.merchant_id, g.id, 1, $4, $5, $6, $7, 'label_created' FROM goods_return g WHERE g.id = $1
  ON CONFLICT (return_id, no) DO NOTHING RETURNING merchant_id, return_id, carrier, tracking_code
), instructions AS (
  INSERT INTO message (id, merchant_id, refund_id, kind, no, status)
  SELECT $3, g.merchant_id, g.refund_id, 'return_instructions', g.no, 'queued' FROM label JOIN goods_return g ON g.id = label.return_id
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT g.merchant_id, g.refund_id, 'label_created', '${timelineDepth('label_created')}', 'system',
  jsonb_build_object('carrier', label.carrier, 'trackingCode', label.tracking_code)
FROM label JOIN goods_return g ON g.id = label.return_id`;

const INSTRUCTIONS = `
SELECT m.id, m.kind FROM message m JOIN goods_return g ON g.refund_id = m.refund_id AND g.no = m.no
WHERE g.id = $1 AND m.kind = 'return_instructions'`;

const UNSENT_INSTRUCTIONS = `${INSTRUCTIONS} AND m.status = 'queued' AND EXISTS (SELECT FROM parcel p WHERE p.return_id = g.id)`;

const CLOSE = `
WITH closed AS (
  UPDATE goods_return SET status = $2::text, updated_at = now() WHERE id = $1 AND status = 'expected' RETURNING merchant_id, refund_id
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, refund_id, 'return_closed', '${timelineDepth('return_closed')}', 'system', jsonb_build_object('as', $2::text) FROM closed`;

const UNUSED_LABELS = `
SELECT p.id AS "parcelId", p.carrier, p.shipment_ref AS "shipmentRef"
FROM parcel p JOIN goods_return g ON g.id = p.return_id
WHERE g.id = $1 AND g.status IN ('expired', 'cancelled') AND p.status = 'label_created' ORDER BY p.no`;

async function storedLabel(tx: Tx, returnId: string): Promise<QueuedMessage[]> {
  const [parcel] = await tx.query(`SELECT id FROM parcel WHERE return_id = $1`, [returnId]);
  if (!parcel) throw new RefundError('not_found');
  return tx.query<QueuedMessage>(INSTRUCTIONS, [returnId]);
}
