import type { RefundRequest } from '../quote/quote';
import { NO_REFUNDS } from '../policy/policy';
import type { Sale, SaleLine } from '../sale/sale';
import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import type { RefundFacts } from './decided-refund';
import { capabilities } from '../transfer/gateway-capabilities.builder';

// Facts for tests: an Israeli sale of one shirt for 100.00, delivered on 4 November 2026, asked back six days later.

export const aLine = (overrides: Partial<SaleLine> = {}): SaleLine => ({
  ref: 'l1',
  sku: 'shirt',
  description: 'Shirt',
  category: 'clothing',
  kind: 'goods',
  quantity: 1,
  total: 10_000,
  tax: 1_525,
  shippedAt: '2026-11-02T08:00:00Z',
  deliveredAt: '2026-11-04T10:00:00Z',
  ...overrides,
});

/** A sale whose one payment covers its lines and shipping. */
function aSale(overrides: Partial<Sale> = {}): Sale {
  const lines = overrides.lines ?? [aLine()];
  const shipping = overrides.shipping ?? { total: 0, tax: 0 };
  const captured = lines.reduce((sum, { total }) => sum + total, shipping.total);
  return {
    saleRef: 'S-1',
    currency: 'ILS',
    placedAt: '2026-11-01T08:00:00Z',
    channel: 'online',
    hadConversation: false,
    jurisdiction: 'IL',
    timeZone: 'Asia/Jerusalem',
    customer: { ref: 'c1', name: 'Dana', email: 'dana@example.com', phone: null, locale: 'he', protectedGroup: null },
    lines,
    shipping,
    payments: [{ ref: 'p1', gateway: 'stripe', gatewayRef: 'pi_1', captured, capturedAt: '2026-11-01T08:00:00Z' }],
    invoice: { number: 'INV-1', issuedAt: '2026-11-01T08:00:00Z' },
    ...overrides,
  };
}

const aRequest = (overrides: Partial<RefundRequest> = {}): RefundRequest => ({
  saleRef: 'S-1',
  reason: 'changed_mind',
  lines: [{ ref: 'l1', quantity: 1 }],
  destination: 'original',
  ...overrides,
});

type Overrides = Partial<Omit<RefundFacts, 'sale' | 'request' | 'policySource' | 'history'>> &
  Readonly<{
    sale?: Partial<Sale>;
    request?: Partial<RefundRequest>;
    policy?: string;
    history?: Partial<RefundFacts['history']>;
  }>;
export function someFacts({ sale: saleChanges, request, policy, history, ...overrides }: Overrides = {}): RefundFacts {
  const sale = aSale(saleChanges);
  const text = policy ?? STANDARD_POLICY;
  return {
    sale,
    taken: { lines: new Map(), shipping: { gross: 0, tax: 0 } },
    payments: sale.payments.map(({ ref, captured }) => ({
      ref,
      captured,
      held: 0,
      disputed: 0,
      hasOpenDispute: false,
    })),
    gateways: { stripe: capabilities() },
    feesBefore: 0,
    cancelledBefore: 0,
    request: aRequest(request),
    requester: 'merchant',
    now: '2026-11-10T09:00:00Z',
    policySource: { text, hash: text },
    history: {
      customer: { refundCount90d: 1, refundSum365d: 0, orderCount365d: 1, protectedGroup: '', blocked: false },
      ...{ customerRefunds: NO_REFUNDS, staffRefunds: NO_REFUNDS },
      sums: { customer30d: 0, sale: 0, staffDay: 0, merchantHour: 0 },
      firstOrder: true,
      refundsOfSale: 0,
      ...history,
    },
    ...overrides,
  };
}
