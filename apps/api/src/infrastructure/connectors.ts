import { Injectable, Logger } from '@nestjs/common';
import {
  RefundError,
  type Carrier,
  type GatewaysByName,
  type ReceivesDisputes,
  type ReceivesGatewayWebhooks,
} from '@zikui/domain';
import {
  createCarrierRegistry,
  createGatewayRegistry,
  type CarrierRegistry,
  type GatewayRegistry,
} from '@zikui/connectors';
import { Env } from '../env';

const TIMEOUT_MS = 5_000;

/** The vendors whose announcements this service reads. It asks none of them for money: that is the worker's part. */
@Injectable()
export class Connectors {
  private readonly gateways: GatewayRegistry;
  private readonly carriers: CarrierRegistry;

  constructor(env: Env) {
    const logger = new Logger('Connectors');
    const log = {
      info: (fields: object, message: string) => logger.log(fields, message),
      warn: (fields: object, message: string) => logger.warn(fields, message),
    };
    this.gateways = createGatewayRegistry({ stripeApiBase: env.STRIPE_API_BASE, timeoutMs: TIMEOUT_MS, log });
    this.carriers = createCarrierRegistry({ easyPostApiBase: env.EASYPOST_API_BASE, timeoutMs: TIMEOUT_MS, log });
  }

  /** What the house's gateways can do, by name. */
  get capabilities(): GatewaysByName {
    return this.gateways.capabilities;
  }

  /** Reads what a gateway announces. Throws `not_found` for a gateway that is unknown or announces nothing. */
  gatewayWebhooks(name: string): ReceivesGatewayWebhooks {
    const reader = orNotFound(() => this.gateways.webhooks(name));
    if (!reader) throw new RefundError('not_found');
    return reader;
  }

  /** Reads what a gateway announces of disputes; `undefined` for one that announces none. Throws `not_found`. */
  disputes(name: string): ReceivesDisputes | undefined {
    return orNotFound(() => this.gateways.disputes(name));
  }

  /** Throws `not_found`. */
  carrier(name: string): Carrier {
    return orNotFound(() => this.carriers.carrier(name));
  }
}

/** In an address an unknown vendor is an address that does not exist. */
function orNotFound<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw error instanceof RefundError ? new RefundError('not_found') : error;
  }
}
