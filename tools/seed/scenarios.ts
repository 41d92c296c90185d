import type { DemoClient, ShownRefund } from './demo-client';
import type { DemoCurrency, DemoCustomer, DemoLine, DemoSale } from './demo-sale';
import { CUSTOMERS, DELIVERY, GOODS } from './demo-shop';

/** Deadlines are moved by whoever runs the stack; the public API has no such call. */
export type Operator = Readonly<{ endDeadline: (refundId: string) => Promise<void> }>;
type Act = (client: DemoClient, refund: ShownRefund, operator: Operator) => Promise<void>;
export type Scenario = Readonly<{
  name: string;
  sale: DemoSale;
  request: Readonly<Record<string, unknown>>;
  /** The gateway's mood for this sale's payment. */ faults?: readonly Readonly<Record<string, unknown>>[];
  /** What people and parcels do after the request. */ act?: Act;
  ends: string;
}>;

const sale = (
  saleRef: string,
  customer: DemoCustomer,
  lines: readonly DemoLine[],
  more: Readonly<{ currency?: DemoCurrency; deliveredDaysAgo?: number; firstParts?: readonly number[] }> = {},
): DemoSale => {
  const { currency = 'ILS', deliveredDaysAgo = 3, firstParts = [] } = more;
  return { saleRef, customer, lines, currency, shipping: DELIVERY[currency], deliveredDaysAgo, firstParts };
};
const first = (quantity = 1, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  lines: [{ ref: 'l1', quantity }],
  destination: 'original',
  returnMethod: 'none',
  reason: 'changed_mind',
  ...more,
});
const all = (...quantities: readonly number[]): Readonly<Record<string, unknown>> => ({
  ...first(),
  lines: quantities.map((quantity, index) => ({ ref: `l${index + 1}`, quantity })),
});

const openForDecision = (client: DemoClient, { id }: ShownRefund): Promise<ShownRefund> =>
  client.until(id, ({ status }) => status === 'awaiting_approval', 'open for a decision');
const decided =
  (outcome: 'approve' | 'reject'): Act =>
  async (client, refund) =>
    client.decide(await openForDecision(client, refund), 1, outcome);
const scanned =
  (...statuses: readonly string[]): Act =>
  async (client, { id }) => {
    const labelled = await client.until(id, ({ trackingCodes }) => trackingCodes.length > 0, 'labelled');
    for (const status of statuses) await client.scan(labelled.trackingCodes[0] ?? '', status);
  };

const { noa, daniel, maya, omar, yael, amit, rivka, itai, lena, samir, tamar, uri, emma, lucas, grace } = CUSTOMERS;
const { deskLamp, ceilingLamp, bulbs, vase, mirror, armchair, sofa, bookcase } = GOODS;
const { englishDeskLamp, englishFloorLamp, englishBedsideLamp } = GOODS;
const gateway = (action: string, times: number): Readonly<Record<string, unknown>> => ({
  target: 'gateway',
  action,
  times,
});

/** One demo refund for every state that a refund can stand in, in both languages and three currencies. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'auto-he', sale: sale('OB-24101', noa, [deskLamp(2), bulbs()]), request: first(), ends: 'completed' },
  {
    name: 'auto-en',
    sale: sale('OB-24102', emma, [englishDeskLamp(2)], { currency: 'USD' }),
    request: first(),
    ends: 'completed',
  },
  {
    name: 'two-payments',
    sale: sale('OB-24103', lucas, [englishBedsideLamp(2)], { currency: 'EUR', firstParts: [5_000] }),
    request: first(2),
    ends: 'completed',
  },
  {
    name: 'store-credit',
    sale: sale('OB-24104', maya, [vase(), bulbs(2)]),
    request: { ...first(), destination: 'store_credit' },
    ends: 'completed',
  },
  {
    name: 'waits-for-approval',
    sale: sale('OB-24105', daniel, [armchair(), bulbs()]),
    request: first(1, { reason: 'defective' }),
    ends: 'awaiting_approval',
  },
  {
    name: 'waits-for-finance',
    sale: sale('OB-24106', omar, [sofa()]),
    request: first(1, { reason: 'not_as_described' }),
    act: decided('approve'),
    ends: 'awaiting_approval',
  },
  {
    name: 'approved',
    sale: sale('OB-24107', yael, [armchair()]),
    request: first(1, { reason: 'defective' }),
    act: decided('approve'),
    ends: 'completed',
  },
  {
    name: 'rejected',
    sale: sale('OB-24108', amit, [bookcase()], { deliveredDaysAgo: 20 }),
    request: first(),
    act: decided('reject'),
    ends: 'rejected',
  },
  {
    name: 'cancelled',
    sale: sale('OB-24109', rivka, [bookcase(2)]),
    request: first(),
    act: async (client, refund) => client.cancel(await openForDecision(client, refund)),
    ends: 'cancelled',
  },
  {
    name: 'expired',
    sale: sale('OB-24110', itai, [bookcase()], { deliveredDaysAgo: 20 }),
    request: first(),
    act: async (client, refund, operator) => operator.endDeadline((await openForDecision(client, refund)).id),
    ends: 'expired',
  },
  {
    name: 'parcel-on-its-way',
    sale: sale('OB-24111', lena, [mirror(), bulbs()]),
    request: first(1, { returnMethod: 'carrier' }),
    act: scanned('in_transit'),
    ends: 'awaiting_return',
  },
  {
    name: 'parcel-delivered',
    sale: sale('OB-24112', samir, [ceilingLamp()]),
    request: first(1, { returnMethod: 'carrier' }),
    act: scanned('in_transit', 'delivered'),
    ends: 'completed',
  },
  {
    name: 'gateway-pending',
    sale: sale('OB-24113', tamar, [deskLamp()]),
    request: first(),
    faults: [gateway('pending', 1)],
    ends: 'awaiting_gateway',
  },
  {
    name: 'gateway-unknown',
    sale: sale('OB-24114', uri, [vase(), bulbs()]),
    request: all(1, 1),
    faults: [gateway('commit_then_500', 20), gateway('webhook_never', 20), gateway('lookup_500', 100)],
    ends: 'in_doubt',
  },
  {
    name: 'gateway-declined',
    sale: sale('OB-24115', grace, [englishFloorLamp()], { currency: 'USD' }),
    request: first(),
    faults: [gateway('decline', 5)],
    ends: 'needs_review',
  },
];
