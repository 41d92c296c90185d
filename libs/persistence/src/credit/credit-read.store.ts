import { RefundError, type Money } from '@zikui/domain';
import type { Database } from '../database/database';

export type CreditEntryView = Readonly<{
  id: string;
  kind: 'refund' | 'bonus';
  amount: Money;
  available: Money;
  held: Money;
  status: string;
  /** Last local day on which it can be spent. */ expiresOn: string | null;
  /** The refund that issued it. */ refundId: string | null;
  createdAt: string;
}>;
/** `GET /v1/credit-accounts/{customerRef}`. */
export type CreditAccountView = Readonly<{
  customerRef: string;
  accounts: readonly Readonly<{
    id: string;
    currency: string;
    /** Ref of the legal entity that owes it. */ legalEntity: string;
    available: Money;
    held: Money;
    /** Newest first. */ entries: readonly CreditEntryView[];
  }>[];
}>;

/** Store credit as people see it. */
export class CreditReadStore {
  constructor(private readonly database: Database) {}

  /** All credit of a customer; `undefined` for an unknown customer, no accounts for one without credit. */
  async account(merchantId: string, customerRef: string): Promise<CreditAccountView | undefined> {
    void [this.database, merchantId, customerRef];
    throw new RefundError('internal');
  }
}
