import type { DisputeNews } from '../dispute/dispute-news';
import type { Money } from '../money/money';
import type { GatewayCapabilities } from './gateway-capabilities';
import type { PendingReason } from './transfer-status';

/** What a gateway surely says of one refund. Anything else is unknown and is thrown, never guessed. */
export type GatewayOutcome =
  | Readonly<{ kind: 'settled'; gatewayRefundId: string; amount: Money }>
  | Readonly<{ kind: 'pending'; gatewayRefundId: string; amount: Money; reason: PendingReason }>
  | Readonly<{ kind: 'declined'; gatewayRefundId: string | null; reason: string }>;

/** One merchant's account at a gateway. Secrets are in clear only in memory. */
export type GatewayAccount = Readonly<{
  merchantId: string;
  apiKey: string;
  webhookSecret: string;
  /** What else the gateway needs to know of the account; nothing secret. */ settings?: Readonly<
    Record<string, string>
  >;
}>;
export type GatewayAsk = Readonly<{
  account: GatewayAccount;
  /** Derived from recorded facts; the same for every repeat of one attempt. */ idempotencyKey: string;
  /** Our reference, stored at the gateway with the refund and found again by `findRefund`. */ reference: string;
  /** The gateway's own reference of the payment. */ gatewayRef: string;
  amount: Money;
}>;

export interface PaymentGateway {
  readonly name: string;
  readonly capabilities: GatewayCapabilities;
  /** Asks for a refund. Asking twice with one key moves the money once. Throws when the outcome is unknown: time-out, reset, 5xx, unlisted status, wrong amount, key used with other parameters. */
  refund(ask: GatewayAsk): Promise<GatewayOutcome>;
  /** What the gateway holds for that ask, found by our reference among the payment's refunds; `undefined` when nothing was found, which `capabilities.lookUp` says what it proves. Throws when it cannot be known now. */
  findRefund(ask: GatewayAsk): Promise<GatewayOutcome | undefined>;
}

/** A fact that a gateway announced about one refund. */
export type GatewayNews = Readonly<{
  eventId: string;
  type: string;
  occurredAt: string;
  /** Our reference if the gateway carried it, else null. */ reference: string | null;
  gatewayRefundId: string;
  gatewayRef: string;
  outcome: Readonly<{
    status: 'settled' | 'pending' | 'declined';
    amount: Money;
    pendingReason: PendingReason | null;
    reason: string | null;
  }>;
}>;

/** Implemented only by gateways that push results; implementing it is the opt-in. */
export interface ReceivesGatewayWebhooks {
  /** Checks the signature over the raw body and its age, and reads it. Rejects with `bad_signature`. An event that is none of a refund's gives `undefined`. */
  readWebhook(
    account: GatewayAccount,
    rawBody: Buffer,
    headers: Readonly<Record<string, string | undefined>>,
  ): Promise<GatewayNews | undefined>;
}

/** Implemented only by gateways that announce disputes, with the same signature as results. */
export interface ReceivesDisputes {
  /** Checks the signature as `readWebhook` does, and reads what it tells of a dispute. Rejects with `bad_signature`. Any other event gives `undefined`. */
  readDispute(
    account: GatewayAccount,
    rawBody: Buffer,
    headers: Readonly<Record<string, string | undefined>>,
  ): Promise<DisputeNews | undefined>;
}

/** Thrown by an adapter when the call surely changed nothing and may be repeated at once under the same key (429, refused connection). */
export class GatewayNotReached extends Error {
  override readonly name = 'GatewayNotReached';
  constructor(
    readonly gateway: string,
    readonly retryAfterMs: number | null,
  ) {
    super(`${gateway} was not reached`);
  }
}
/** Thrown by the registry when the outcome of a call is unknown: the refund may or may not exist. `evidence` holds no secret and no personal data. */
export class GatewayOutcomeUnknown extends Error {
  override readonly name = 'GatewayOutcomeUnknown';
  constructor(
    readonly gateway: string,
    readonly cause_: string,
    readonly evidence: Readonly<Record<string, string | number | null>>,
  ) {
    super(`${gateway}: outcome unknown, ${cause_}`);
  }
}
