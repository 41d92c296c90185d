import {
  RefundError,
  type GatewaysByName,
  type ListsMovements,
  type PaymentGateway,
  type ReceivesDisputes,
  type ReceivesGatewayWebhooks,
} from '@zikui/domain';
import type { ConnectorLog } from '../connector-log';
import { createAdyenGateway } from './adyen/adyen.gateway';
import type { GatewayAdapter } from './gateway-adapter';
import { createGenericGateway } from './generic/generic.gateway';
import { createPayPalGateway } from './paypal/paypal.gateway';
import { createStripeGateway } from './stripe/stripe.gateway';
import { wrapDisputes, wrapGateway, wrapGatewayWebhooks } from './wrap-gateway';
import { wrapMovements } from './wrap-movements';

export type GatewaySettings = Readonly<{ stripeApiBase: string; timeoutMs: number; log: ConnectorLog }>;

/** Gateways that a payment of a sale may name: one line each. */
const OPEN = {
  stripe: ({ stripeApiBase, timeoutMs }) => createStripeGateway({ apiBase: stripeApiBase, timeoutMs }),
  generic: createGenericGateway,
  adyen: createAdyenGateway,
  paypal: createPayPalGateway,
} satisfies Record<string, (settings: GatewaySettings) => GatewayAdapter>;
export type GatewayName = keyof typeof OPEN;
export const GATEWAYS = Object.keys(OPEN) as readonly GatewayName[];

export interface GatewayRegistry {
  /** The gateway, with its errors translated. Throws `gateway_unknown`. */
  gateway(name: string): PaymentGateway;
  /** Reads what that gateway announces; `undefined` for one that announces nothing. Throws `gateway_unknown`. */
  webhooks(name: string): ReceivesGatewayWebhooks | undefined;
  /** Reads what that gateway announces of disputes; `undefined` for one that announces none. Throws `gateway_unknown`. */
  disputes(name: string): ReceivesDisputes | undefined;
  /** Lists what that gateway did; `undefined` for one that can't. Throws `gateway_unknown`. */
  movements(name: string): ListsMovements | undefined;
  /** What each of them can do, by name. */ readonly capabilities: GatewaysByName;
}

/** A call may take its own time-out once more where the vendor's package repeats it after a reset; then waiting ends. */
const DEADLINE_OVER_TIMEOUT_MS = 2_000;

/** Opens every gateway once per process; holds no secret, for each call names its account. */
export function createGatewayRegistry(settings: GatewaySettings): GatewayRegistry {
  const { timeoutMs, log } = settings;
  const adapters = Object.entries(OPEN).map(([name, create]): [string, GatewayAdapter] => [name, create(settings)]);
  const open = (adapter: GatewayAdapter) => ({
    gateway: wrapGateway(adapter, { deadlineMs: timeoutMs + DEADLINE_OVER_TIMEOUT_MS, log }),
    webhooks: wrapGatewayWebhooks(adapter, { log }),
    disputes: wrapDisputes(adapter, { log }),
    movements: wrapMovements(adapter, { deadlineMs: timeoutMs + DEADLINE_OVER_TIMEOUT_MS, log }),
  });
  const opened = new Map(adapters.map(([name, adapter]) => [name, open(adapter)]));
  const named = (name: string) => {
    const found = opened.get(name);
    if (found === undefined) throw new RefundError('gateway_unknown', { gateway: name });
    return found;
  };
  return {
    gateway: (name) => named(name).gateway,
    webhooks: (name) => named(name).webhooks,
    disputes: (name) => named(name).disputes,
    movements: (name) => named(name).movements,
    capabilities: Object.fromEntries(adapters.map(([name, adapter]) => [name, adapter.capabilities])),
  };
}
