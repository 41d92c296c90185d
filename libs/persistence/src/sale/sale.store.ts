import { RefundError, type Principal, type Sale } from '@zikui/domain';
import type { Database } from '../database/database';
import type { SaleView } from './sale.view';

export type PutSale = Readonly<{ created: boolean; sale: SaleView }>;

/** Snapshots of what was bought and paid; the only source of amounts. */
export class SaleStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ masterKey: Buffer }>,
  ) {}

  /**
   * Registers a sale, or replaces it as long as it has no refund; then only dates and an invoice that were empty and the
   * customer's contact may change. Safe to repeat. Throws `sale_unbalanced`, `sale_locked`, `gateway_not_configured`,
   * `invalid_field`.
   */
  async put(principal: Principal, sale: Sale): Promise<PutSale> {
    void [this.database, this.secrets, principal, sale];
    throw new RefundError('internal');
  }

  async find(merchantId: string, saleRef: string): Promise<SaleView | undefined> {
    void [merchantId, saleRef];
    throw new RefundError('internal');
  }
}
