import type { DisputeNews } from '@zikui/domain';
import { newId } from '@zikui/persistence';

let told = 0;

/** What Stripe tells of a dispute over 100.00; each call is later than the one before. */
export function disputeNews(gatewayRef: string, over: Partial<DisputeNews> = {}): DisputeNews {
  told += 1;
  return {
    eventId: `evt_${newId()}`,
    type: 'charge.dispute.created',
    occurredAt: new Date(Date.UTC(2026, 10, 5) + told * 1_000).toISOString(),
    disputeRef: `du_${gatewayRef}`,
    gatewayRefs: [gatewayRef],
    amount: { amount: 10_000, currency: 'ILS' },
    reason: 'fraudulent',
    status: 'open',
    funds: null,
    ...over,
  };
}
