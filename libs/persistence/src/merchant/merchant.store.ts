import { RefundError, type CarrierAccount, type GatewayAccount } from '@zikui/domain';
import type { Database } from '../database/database';
import type { Merchant, MerchantSpec } from './merchant.types';

/** Merchants and their accounts at gateways and carriers, whose credentials are sealed at rest. */
export class MerchantStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ masterKey: Buffer }>,
  ) {}

  /** Sets up a merchant with its legal entities, note series and accounts. Throws `invalid_field` for a slug that is taken and for live credentials of a test merchant. */
  async create(spec: MerchantSpec): Promise<Readonly<{ id: string; slug: string }>> {
    void [this.database, this.secrets, spec];
    throw new RefundError('internal');
  }

  /** By UUID, `mr_...` or slug. */
  async find(idOrSlug: string): Promise<Merchant | undefined> {
    void idOrSlug;
    throw new RefundError('internal');
  }

  /** The merchant's account at a gateway, at most 10 s old. Throws `gateway_not_configured`. */
  async gatewayAccount(merchantId: string, gateway: string): Promise<GatewayAccount> {
    void [merchantId, gateway];
    throw new RefundError('internal');
  }

  /** The merchant's account at a carrier, at most 10 s old. Throws `not_found`. */
  async carrierAccount(merchantId: string, carrier: string): Promise<CarrierAccount> {
    void [merchantId, carrier];
    throw new RefundError('internal');
  }
}
