import { randomBytes } from 'node:crypto';
import type { MerchantKeys } from '../../../tools/merchant/set-up-merchant';
import type { TestStack } from '../../environment/stack';
import { bodyOf } from './http';
import { MerchantClient, type Body, type ShownRefund } from './merchant.client';
import { SandboxClient, type FaultOrder } from './sandbox.client';
import { partsOf, saleBody, type ShopSale } from './shop-sale';

/** A sale with its captured payments, and one customer who buys nothing else. */
export type Sold = Readonly<{ saleRef: string; email: string; customerRef: string; payments: readonly string[] }>;
export type SaleChanges = Partial<Omit<ShopSale, 'customer'>> & Readonly<{ locale?: 'he' | 'en'; body?: Body }>;
export type Asking = Readonly<{
  sale?: SaleChanges;
  request?: Body;
  /** What the gateway does wrong with the sale's first payment. */ faults?: readonly FaultOrder[];
}>;
export type Asked = Readonly<{ sold: Sold; refund: ShownRefund }>;

/** A merchant with a checkout: sells, and asks for refunds of what it sold. Two units of one article; nothing of it is shared between sales. */
export class Shop {
  readonly client: MerchantClient;
  readonly sandbox: SandboxClient;

  constructor(
    { api, sandbox }: Pick<TestStack, 'api' | 'sandbox'>,
    private readonly merchant: MerchantKeys,
  ) {
    this.client = new MerchantClient(api, merchant);
    this.sandbox = new SandboxClient(sandbox);
  }

  /** Captures the payments at the gateway, tells of the sale. */
  async sell({ locale = 'he', saleRef = reference('sale'), body, ...changes }: SaleChanges = {}): Promise<Sold> {
    const customerRef = reference('customer');
    const customer = {
      ref: customerRef,
      name: locale === 'he' ? 'נועה לוי' : 'Emma Clarke',
      email: `${customerRef}@example.com`,
      locale,
    };
    const sale: ShopSale = { ...LAMP, ...changes, saleRef, customer };
    const payments: string[] = [];
    for (const amount of partsOf(sale)) {
      payments.push(await this.sandbox.capture(this.merchant.slug, amount, sale.currency));
    }
    const told = { ...saleBody(sale, payments, Date.now()), ...body };
    bodyOf(await this.client.putSale(saleRef, told), 201);
    return { saleRef, customerRef, email: customer.email, payments };
  }

  /** Sells, and asks for one unit back: defective, onto the card, nothing to be sent. */
  async ask({ sale, request, faults = [] }: Asking = {}): Promise<Asked> {
    const sold = await this.sell(sale);
    await this.orderFaults(sold, faults);
    const refund = await this.client.accepted({ ...ONE_UNIT, saleRef: sold.saleRef, ...request });
    return { sold, refund };
  }

  /** Faults that strike this sale's first payment alone. */
  async orderFaults({ payments: [gatewayRef = ''] }: Sold, faults: readonly FaultOrder[]): Promise<void> {
    for (const fault of faults) await this.sandbox.order({ match: { gatewayRef }, ...fault });
  }
}

/** One unit of the only article, onto the card, at once. */
export const ONE_UNIT = {
  reason: 'defective',
  lines: [{ ref: 'l1', quantity: 1 }],
  destination: 'original',
  returnMethod: 'none',
} as const;

/** Small enough to go without approval at both sample merchants. */
export const LAMP_PRICE = 12_900;
const LAMP = {
  description: 'מנורת שולחן',
  category: 'home_garden',
  currency: 'ILS',
  price: LAMP_PRICE,
  deliveredDaysAgo: 3,
} as const;

const reference = (what: string): string => `${what}-${randomBytes(6).toString('hex')}`;
