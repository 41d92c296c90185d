import type { DisputeNews } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { endEvent, storeEvent, type InboxResult } from '../webhook/inbox-row';
import { takeUnmatched } from '../webhook/unmatched';
import { lockDisputedPayment, writeDispute } from './write-dispute';

/** Where the inbox keeps news of disputes: beside the news of refunds, whose relays must not take them. */
const sourceOf = (gateway: string): string => `dispute:${gateway}`;

/** What gateways announce of disputes. Each fact is stored once and applied to the payment in the same transaction. */
export class DisputeInboxStore {
  constructor(private readonly database: Database) {}

  /** Stores and applies one event. Told twice, it changes nothing the second time. One of a payment that is not known yet is tried again for ten minutes. */
  async receive(merchantId: string, gateway: string, news: DisputeNews): Promise<Readonly<{ duplicate: boolean }>> {
    return this.database.write({ merchantId }, async (tx) => {
      const { eventId, type } = news;
      const event = { merchantId, source: sourceOf(gateway), eventId, type, fact: news };
      const { id, first } = await storeEvent(tx, event);
      if (first) await endEvent(tx, id, await apply(tx, merchantId, gateway, news));
      return { duplicate: !first };
    });
  }

  /** Tries again to find the payments of up to `limit` events whose payment was not known when they came. Returns how many were found. */
  async rematch(limit: number): Promise<number> {
    let matched = 0;
    for (let count = 0; count < limit; count += 1) {
      const event = await takeUnmatched<DisputeNews>(this.database, 'dispute');
      if (!event) break;
      const state = await this.database.write(event, async (tx) => {
        const result = await apply(tx, event.merchantId, event.source.replace(sourceOf(''), ''), event.fact);
        await endEvent(tx, event.id, result);
        return result.state;
      });
      if (state !== 'unmatched') matched += 1;
    }
    return matched;
  }
}

async function apply(tx: Tx, merchantId: string, gateway: string, news: DisputeNews): Promise<InboxResult> {
  const { disputeRef, gatewayRefs, amount, status, funds, reason } = news;
  const [match] = await tx.query<{ paymentId: string }>(MATCH, [merchantId, gateway, disputeRef, gatewayRefs]);
  const payment = match && (await lockDisputedPayment(tx, merchantId, match.paymentId));
  if (!payment) return { state: 'unmatched' };
  await writeDispute(tx, payment, {
    ...{ merchantId, gateway, disputeRef, currency: amount.currency, reason },
    told: { atMs: Date.parse(news.occurredAt), amount: amount.amount, status, funds },
    actor: `gateway:${gateway}`,
    call: null,
    proposalId: null,
  });
  return { state: 'recorded', refundId: null };
}

/** The payment of a dispute that is known, else the one that the gateway names. Read without a lock. */
const MATCH = `
SELECT d.payment_id AS "paymentId", 0 AS rank FROM dispute d WHERE d.merchant_id = $1 AND d.gateway = $2 AND d.dispute_ref = $3
UNION ALL
SELECT p.id, 1 FROM payment p WHERE p.merchant_id = $1 AND p.gateway = $2 AND p.gateway_ref = ANY ($4::text[])
ORDER BY rank, "paymentId" LIMIT 1`;
