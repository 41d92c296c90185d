import type { Money } from '../money/money';
import type { GatewayAccount } from '../transfer/payment-gateway';

/** One refund as it stands in a gateway's own list or in its report. */
export type GatewayMovement = Readonly<{
  gatewayRefundId: string;
  /** Our reference if the gateway carries it, else null. */ reference: string | null;
  /** The gateway's own reference of the payment; null where a report names none. */ gatewayRef: string | null;
  amount: Money;
  /** `unknown` = a status that is not listed: never a success or a failure. */ status: MovementStatus;
  /** When the gateway made it, RFC 3339. */ createdAt: string;
}>;
export type MovementStatus = 'settled' | 'pending' | 'declined' | 'unknown';

export type MovementsAsk = Readonly<{
  account: GatewayAccount;
  /** Made at or after this moment, and before the other. */ fromMs: number;
  toMs: number;
  /** Where the page before ended. */ after: string | null;
}>;

/** Implemented only by gateways that can list what they did; implementing it is the opt-in. */
export interface ListsMovements {
  /** One page of the account's refunds of that time, each once, in an order of the gateway's own. `next` continues; null = that was all. Throws when it cannot be known now. */
  listMovements(ask: MovementsAsk): Promise<Readonly<{ items: readonly GatewayMovement[]; next: string | null }>>;
}
