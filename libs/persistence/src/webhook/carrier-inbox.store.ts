import {
  applyScan,
  letsMoneyGo,
  returnAfterScan,
  returnWorkflowId,
  timelineDepth,
  type CarrierScan,
  type MoneyOn,
  type ParcelStatus,
  type RefundStatus,
  type ReturnStatus,
} from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import { endEvent, storeEvent, type InboxResult } from './inbox-row';
import type { CarrierSignal, Received } from './inbox.types';
import { takeUnmatched } from './unmatched';

/** Scans that carriers announce. Each is stored once; a parcel's status only moves forward. */
export class CarrierInboxStore {
  constructor(private readonly database: Database) {}

  /** Stores and applies one scan. Wakes the return's process at the first scan and when the goods may let the money go. */
  async receive(merchantId: string, carrier: string, scan: CarrierScan): Promise<Received<CarrierSignal>> {
    return this.database.write({ merchantId }, async (tx) => {
      const source = `carrier:${carrier}`;
      const event = { merchantId, source, eventId: scan.eventId, type: 'parcel_scan', fact: scan };
      const { id, first } = await storeEvent(tx, event);
      if (!first) return { duplicate: true, inboxId: id, signal: null };
      const result = await apply(tx, merchantId, carrier, scan);
      await endEvent(tx, id, result);
      return { duplicate: false, inboxId: id, signal: signalOf(result) };
    });
  }

  /** Tries again to find the parcels of up to `limit` scans that belonged to none when they came. Returns how many were matched; their signals are then due. */
  async rematch(limit: number): Promise<number> {
    let matched = 0;
    for (let count = 0; count < limit; count += 1) {
      const event = await takeUnmatched<CarrierScan>(this.database, 'carrier');
      if (!event) break;
      const state = await this.database.write(event, async (tx) => {
        const result = await apply(tx, event.merchantId, event.source.replace('carrier:', ''), event.fact);
        await endEvent(tx, event.id, result);
        return result.state;
      });
      if (state !== 'unmatched') matched += 1;
    }
    return matched;
  }
}

type ScannedParcel = Readonly<{
  id: string;
  merchantId: string;
  status: ParcelStatus;
  returnId: string;
  returnNo: number;
  returnStatus: ReturnStatus;
  moneyOn: MoneyOn;
  refundId: string;
  refundStatus: RefundStatus;
  /** Of the other parcels of the return that are in use. */ others: readonly ParcelStatus[];
}>;

async function apply(tx: Tx, merchantId: string, carrier: string, scan: CarrierScan): Promise<InboxResult> {
  const key = [merchantId, carrier, scan.trackingCode];
  await tx.query(LOCK, key);
  const [parcel] = await tx.query<ScannedParcel>(LOAD, key);
  if (!parcel) return { state: 'unmatched' };
  const { status, applied } = applyScan(parcel.status, scan.status);
  const returnStatus = returnAfterScan(parcel.returnStatus, scan.status);
  await tx.query(WRITE, [
    parcel.id,
    parcel.merchantId,
    newId(),
    scan.eventId,
    scan.status,
    applied,
    scan.occurredAt,
    status,
    parcel.returnId,
    returnStatus,
    parcel.refundId,
    timelineDepth('parcel_scanned'),
    `carrier:${carrier}`,
    JSON.stringify({ trackingCode: scan.trackingCode, status: scan.status, applied }),
  ]);
  const { refundId } = parcel;
  if (!wakes(parcel, status, returnStatus)) return { state: 'recorded', refundId };
  const { eventId, occurredAt } = scan;
  const event: CarrierSignal = { eventId, status, occurredAtMs: Date.parse(occurredAt) };
  const workflowId = returnWorkflowId(parcel.merchantId, refundId, parcel.returnNo);
  return { state: 'to_signal', refundId, signal: { name: 'carrierEvent', workflowId, event } };
}

/** The process waits only while the refund does; it is woken when something changed that it waits for. */
function wakes(parcel: ScannedParcel, status: ParcelStatus, returnStatus: ReturnStatus): boolean {
  if (parcel.refundStatus !== 'awaiting_return' || status === parcel.status) return false;
  const { moneyOn, others } = parcel;
  const isFirst = returnStatus !== parcel.returnStatus;
  const hadArrived = letsMoneyGo(moneyOn, parcel.status);
  return isFirst || (!hadArrived && [status, ...others].every((one) => letsMoneyGo(moneyOn, one)));
}

const LOCK = `
SELECT g.id FROM parcel p JOIN goods_return g ON g.id = p.return_id
WHERE p.merchant_id = $1 AND p.carrier = $2 AND p.tracking_code = $3 FOR NO KEY UPDATE OF g`;

const LOAD = `
SELECT p.id, p.merchant_id AS "merchantId", p.status, g.id AS "returnId", g.no AS "returnNo", g.status AS "returnStatus",
  g.money_on AS "moneyOn", r.id AS "refundId", r.status AS "refundStatus",
  (SELECT coalesce(jsonb_agg(o.status), '[]') FROM parcel o WHERE o.return_id = g.id AND o.id <> p.id AND o.status <> 'cancelled') AS others
FROM parcel p JOIN goods_return g ON g.id = p.return_id JOIN refund r ON r.id = g.refund_id
WHERE p.merchant_id = $1 AND p.carrier = $2 AND p.tracking_code = $3`;

const WRITE = `
WITH scanned AS (
  INSERT INTO parcel_event (id, merchant_id, parcel_id, event_id, status, applied, occurred_at) VALUES ($3, $2, $1, $4, $5, $6, $7)
  ON CONFLICT (parcel_id, event_id) DO NOTHING
), parcel_moved AS (
  UPDATE parcel SET status = $8::text, updated_at = now() WHERE id = $1 AND status <> $8::text
), return_moved AS (
  UPDATE goods_return SET status = $10::text, updated_at = now() WHERE id = $9 AND status <> $10::text
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) VALUES ($2, $11, 'parcel_scanned', $12, $13, $14::jsonb)`;

function signalOf(result: InboxResult): Received<CarrierSignal>['signal'] {
  if (result.state !== 'to_signal' || result.signal.name !== 'carrierEvent') return null;
  const { workflowId, event } = result.signal;
  return { workflowId, event };
}
