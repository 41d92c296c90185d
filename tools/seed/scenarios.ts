import type { DemoClient, ShownRefund } from './demo-client';
import type { DemoCustomer, DemoSale } from './demo-sale';

const NOA: DemoCustomer = { ref: 'noa', name: 'נועה לוי', email: 'noa@example.com', locale: 'he' };
const DANIEL: DemoCustomer = { ref: 'daniel', name: 'דניאל כהן', email: 'daniel@example.com', locale: 'he' };
const MAYA: DemoCustomer = { ref: 'maya', name: 'מאיה פרץ', email: 'maya@example.com', locale: 'he' };
const OMAR: DemoCustomer = { ref: 'omar', name: 'עומר חדאד', email: 'omar@example.com', locale: 'he' };
const EMMA: DemoCustomer = { ref: 'emma', name: 'Emma Clarke', email: 'emma@example.com', locale: 'en' };
const LUCAS: DemoCustomer = { ref: 'lucas', name: 'Lucas Meyer', email: 'lucas@example.com', locale: 'en' };

/** Deadlines are moved by whoever runs the stack; the public API has no such call. */
export type Operator = Readonly<{ endDeadline: (refundId: string) => Promise<void> }>;
export type Scenario = Readonly<{
  name: string;
  sale: Omit<DemoSale, 'saleRef'>;
  request: Readonly<Record<string, unknown>>;
  /** The gateway's mood for this sale's payment. */ faults?: readonly Readonly<Record<string, unknown>>[];
  /** What people and parcels do after the request. */ then?: (
    client: DemoClient,
    refund: ShownRefund,
    operator: Operator,
  ) => Promise<void>;
  ends: string;
}>;

const lamp = { description: 'מנורת שולחן', category: 'home_garden', currency: 'ILS' as const, deliveredDaysAgo: 3 };
const sofa = { description: 'ספה דו־מושבית', category: 'furniture', currency: 'ILS' as const, deliveredDaysAgo: 3 };
const oneUnit = { lines: [{ ref: 'l1', quantity: 1 }], destination: 'original', returnMethod: 'none' };
const bothUnits = { ...oneUnit, lines: [{ ref: 'l1', quantity: 2 }] };
const waiting =
  (step: number) =>
  (refund: ShownRefund): boolean =>
    refund.status === 'awaiting_approval' && step > 0;

/** One demo refund for every state that a refund can stand in today, in both languages and three currencies. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'auto-he',
    sale: { ...lamp, customer: NOA, price: 12_900 },
    request: { ...oneUnit, reason: 'changed_mind' },
    ends: 'completed',
  },
  {
    name: 'auto-en',
    sale: {
      customer: EMMA,
      currency: 'USD',
      description: 'Desk lamp',
      category: 'home_garden',
      price: 4500,
      deliveredDaysAgo: 3,
    },
    request: { ...oneUnit, reason: 'changed_mind' },
    ends: 'completed',
  },
  {
    name: 'two-payments',
    sale: {
      customer: LUCAS,
      currency: 'EUR',
      description: 'Bedside lamp',
      category: 'home_garden',
      price: 3900,
      deliveredDaysAgo: 3,
      parts: 2,
    },
    request: { ...bothUnits, reason: 'changed_mind' },
    ends: 'completed',
  },
  {
    name: 'store-credit',
    sale: { ...lamp, customer: MAYA, price: 8900 },
    request: { ...oneUnit, reason: 'changed_mind', destination: 'store_credit' },
    ends: 'completed',
  },
  {
    name: 'waits-for-approval',
    sale: { ...sofa, customer: DANIEL, price: 89_000 },
    request: { ...oneUnit, reason: 'defective' },
    ends: 'awaiting_approval',
  },
  {
    name: 'waits-for-finance',
    sale: { ...sofa, customer: OMAR, price: 249_000 },
    request: { ...oneUnit, reason: 'not_as_described' },
    then: async (client, refund) =>
      client.decide(await client.until(refund.id, waiting(1), 'open for a decision'), 1, 'approve'),
    ends: 'awaiting_approval',
  },
  {
    name: 'approved',
    sale: { ...sofa, customer: NOA, price: 79_000 },
    request: { ...oneUnit, reason: 'defective' },
    then: async (client, refund) =>
      client.decide(await client.until(refund.id, waiting(1), 'open for a decision'), 1, 'approve'),
    ends: 'completed',
  },
  {
    name: 'rejected',
    sale: { ...sofa, customer: DANIEL, price: 69_000, deliveredDaysAgo: 20 },
    request: { ...oneUnit, reason: 'changed_mind' },
    then: async (client, refund) =>
      client.decide(await client.until(refund.id, waiting(1), 'open for a decision'), 1, 'reject'),
    ends: 'rejected',
  },
  {
    name: 'cancelled',
    sale: { ...sofa, customer: MAYA, price: 59_000 },
    request: { ...oneUnit, reason: 'changed_mind' },
    then: async (client, refund) => client.cancel(await client.until(refund.id, waiting(1), 'open for a decision')),
    ends: 'cancelled',
  },
  {
    name: 'expired',
    sale: { ...sofa, customer: OMAR, price: 65_000, deliveredDaysAgo: 20 },
    request: { ...oneUnit, reason: 'changed_mind' },
    then: async (client, refund, operator) =>
      operator.endDeadline((await client.until(refund.id, waiting(1), 'open for a decision')).id),
    ends: 'expired',
  },
  {
    name: 'parcel-on-its-way',
    sale: { ...lamp, customer: DANIEL, price: 14_900 },
    request: { ...oneUnit, reason: 'changed_mind', returnMethod: 'carrier' },
    then: async (client, refund) => client.scan(await trackingCode(client, refund), 'in_transit'),
    ends: 'awaiting_return',
  },
  {
    name: 'parcel-delivered',
    sale: { ...lamp, customer: NOA, price: 13_900 },
    request: { ...oneUnit, reason: 'changed_mind', returnMethod: 'carrier' },
    then: async (client, refund) => {
      const parcel = await trackingCode(client, refund);
      await client.scan(parcel, 'in_transit');
      await client.scan(parcel, 'delivered');
    },
    ends: 'completed',
  },
  {
    name: 'gateway-pending',
    sale: { ...lamp, customer: OMAR, price: 11_900 },
    request: { ...oneUnit, reason: 'changed_mind' },
    faults: [{ target: 'gateway', action: 'pending', times: 1 }],
    ends: 'awaiting_gateway',
  },
  {
    name: 'gateway-unknown',
    sale: { ...lamp, customer: MAYA, price: 10_900 },
    request: { ...oneUnit, reason: 'changed_mind' },
    faults: [
      { target: 'gateway', action: 'commit_then_500', times: 20 },
      { target: 'gateway', action: 'webhook_never', times: 20 },
      { target: 'gateway', action: 'lookup_500', times: 100 },
    ],
    ends: 'in_doubt',
  },
  {
    name: 'gateway-declined',
    sale: {
      customer: EMMA,
      currency: 'USD',
      description: 'Floor lamp',
      category: 'home_garden',
      price: 6500,
      deliveredDaysAgo: 3,
    },
    request: { ...oneUnit, reason: 'changed_mind' },
    faults: [{ target: 'gateway', action: 'decline', times: 5 }],
    ends: 'needs_review',
  },
];

async function trackingCode(client: DemoClient, { id }: ShownRefund): Promise<string> {
  const refund = await client.until(id, (one) => (one.return?.parcels.length ?? 0) > 0, 'labelled');
  return refund.return?.parcels[0]?.trackingCode ?? '';
}
