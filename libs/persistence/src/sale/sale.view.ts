import type { Mode, Money, Sale, SaleCustomer, SaleLine, SalePayment } from '@zikui/domain';

/** `GET /v1/sales/{saleRef}`: the sale as it was told, with what refunds took of its payments. */
export type SaleView = Readonly<
  Omit<Sale, 'lines' | 'shipping' | 'payments' | 'otherCharges' | 'commission' | 'customer'> & {
    mode: Mode;
    customer: SaleCustomer & Readonly<{ /** His personal data was erased. */ isErased: boolean }>;
    lines: readonly Readonly<Omit<SaleLine, 'total' | 'tax'> & { total: Money; tax: Money }>[];
    shipping: Readonly<{ total: Money; tax: Money }>;
    otherCharges: Readonly<{ total: Money; description: string }> | null;
    payments: readonly Readonly<
      Omit<SalePayment, 'captured'> & {
        captured: Money;
        /** Of `captured`: held by refunds, and by disputes. */ held: Money;
        disputed: Money;
      }
    >[];
    commission: Readonly<{ total: Money; rateBps: number | null }> | null;
    /** A sale with a refund is frozen (`sale_locked`). */ firstRefundAt: string | null;
    createdAt: string;
    updatedAt: string;
  }
>;
