import type { Money } from '../money/money';
import type { DisputeStatus } from './dispute-status';

/** Where the disputed money is: the gateway took it from the merchant, or gave it back. */
export const DISPUTE_FUNDS = ['withdrawn', 'returned'] as const;
export type DisputeFunds = (typeof DISPUTE_FUNDS)[number];

/** A fact that a gateway announced about one dispute. */
export type DisputeNews = Readonly<{
  eventId: string;
  type: string;
  occurredAt: string;
  /** The gateway's own id of the dispute; the same in all of its news. */ disputeRef: string;
  /** Under which the gateway knows the payment; some know it under two. */ gatewayRefs: readonly string[];
  amount: Money;
  /** The gateway's code of why; never a text of the card holder. */ reason: string | null;
  status: DisputeStatus;
  /** Null when it says nothing of the money. */ funds: DisputeFunds | null;
}>;
