import { randomBytes } from 'node:crypto';
import {
  firstWarningAt,
  NO_REFUNDS,
  payEndsAt,
  type DecidedRefund,
  type LadderStep,
  type MoneyOn,
  type PolicyFacts,
  type ReturnMode,
  type Role,
} from '@zikui/domain';
import { CustomerVault, newId, SecretBox, type Transition, type Tx } from '@zikui/persistence';
import type { StoredMerchant } from './stored-merchant.builder';

const MASTER_KEY = Buffer.alloc(32, 7);
export const SECRETS = { masterKey: MASTER_KEY, gatewayKeySecret: 'test-gateway-key-secret' };

export type RefundPlan = Readonly<{
  /** One payment and one transfer each. */ amounts?: readonly number[];
  /** Captured on each payment; default twice its amount. */ captured?: number;
  /** One transfer to credit instead, held on the first payment. */ storeCredit?: { bonus: number; months: number };
  fee?: number;
  kind?: 'goods' | 'donation';
  /** Roles, or steps that ask for several. */ steps?: readonly (Role | AskedStep)[];
  goods?: { mode: ReturnMode; moneyOn: MoneyOn; method?: 'carrier' | 'drop_off' };
  statutory?: boolean;
  payBy?: string;
  /** In which its legal days begin and end. */ timeZone?: string;
  /** Of the facts; `IL` when left out. */ jurisdiction?: string;
  refusal?: string;
  invoice?: boolean;
  requestedBy?: string;
  email?: string | null;
  /** Another refund of the same sale and payments. */ of?: StoredRefund;
}>;
type AskedStep = Pick<LadderStep, 'role' | 'slots' | 'needed'> & Partial<LadderStep>;
export type StoredRefund = Readonly<{
  id: string;
  merchantId: string;
  saleId: string;
  customerId: string;
  customerRef: string;
  paymentIds: readonly string[];
  gatewayRefs: readonly string[];
  transferIds: readonly string[];
  returnId: string | null;
  snapshotHash: string;
  /** The next transition of its process. */ at: (over?: Partial<Transition>) => Transition;
}>;

const TAX = 1_525;
const ZONE = 'Asia/Jerusalem';
/** What the rules of the policy were asked about. */
const POLICY_FACTS: PolicyFacts = {
  ...{ payout: 0, goodsGross: 0, shippingGross: 0, goodwill: 0, saleTotal: 0, currency: 'ILS', reason: 'changed_mind' },
  ...{ channel: 'online', jurisdiction: 'IL', destination: 'original', requester: 'merchant' },
  ...{ lineKinds: ['goods'], categories: [], skus: [], daysSinceDelivery: 3, daysSincePlaced: 5, daysToPayBy: 10 },
  ...{ statutory: true, hasOpenDispute: false, firstOrder: true },
  customer: { refundCount90d: 0, refundSum365d: 0, orderCount365d: 1, protectedGroup: '', blocked: false },
  ...{ customerRefunds: NO_REFUNDS, staffRefunds: NO_REFUNDS },
  sums: { customer30d: 0, sale: 0, staffDay: 0, merchantHour: 0 },
  gateway: { methods: ['stripe'], daysSinceCapture: 5 },
};

/** A refund just as accepting one leaves it: `requested`, transfers planned, reservations taken, steps waiting, its start in the outbox. */
export async function storeRefund(
  database: Readonly<{ write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> }>,
  merchant: StoredMerchant,
  plan: RefundPlan = {},
): Promise<StoredRefund> {
  const amounts = plan.amounts ?? [10_000];
  const payout = amounts.reduce((sum, amount) => sum + amount, 0);
  const gross = payout + (plan.fee ?? 0);
  const line = { ref: 'l1', units: 1, gross, tax: Math.min(TAX, gross) };
  const ids = plan.of ?? {
    saleId: newId(),
    customerId: newId(),
    customerRef: `c-${randomBytes(4).toString('hex')}`,
    paymentIds: amounts.map(newId),
    gatewayRefs: amounts.map(() => `pi_${randomBytes(8).toString('hex')}`),
  };
  const refund = {
    ...ids,
    id: newId(),
    merchantId: merchant.id,
    transferIds: plan.storeCredit ? [newId()] : amounts.map(newId),
    returnId: plan.goods ? newId() : null,
    snapshotHash: randomBytes(32).toString('hex'),
  };
  await database.write(async (tx) => {
    if (!plan.of) await insertSale(tx, merchant, plan, refund, line);
    await insertRefund(tx, merchant, plan, refund, line);
    await insertMoney(tx, plan, refund, amounts);
    await insertSteps(tx, plan, refund);
  });
  return { ...refund, at: transitionsOf(merchant.id, refund.id) };
}

/** As a process counts: `seq` and `version` rise with each call. */
export function transitionsOf(merchantId: string, refundId: string): StoredRefund['at'] {
  const runId = newId();
  let seq = 0;
  return (over = {}) => {
    seq += 1;
    return { merchantId, refundId, runId, seq, version: seq, ...over };
  };
}

type Ids = Omit<StoredRefund, 'at'>;
type Line = Readonly<{ ref: string; units: number; gross: number; tax: number }>;

async function insertSale(tx: Tx, merchant: StoredMerchant, plan: RefundPlan, ids: Ids, line: Line): Promise<void> {
  const vault = new CustomerVault(new SecretBox(MASTER_KEY));
  const place = { merchantId: merchant.id, customerId: ids.customerId };
  const dataKey = vault.newDataKey(place);
  const email = plan.email === undefined ? 'dana@example.test' : plan.email;
  const personal = vault.sealContact({ name: 'Dana Levi', email, phone: null }, dataKey, place);
  await tx.query(
    `INSERT INTO customer (id, merchant_id, ref, locale, data_key, personal) VALUES ($1, $2, $3, 'he', $4, $5)`,
    [ids.customerId, merchant.id, ids.customerRef, dataKey, personal],
  );
  const saleRef = `sale-${ids.saleId.slice(-8)}`;
  const kind = plan.kind ?? 'goods';
  const snapshot = {
    saleRef,
    currency: 'ILS',
    timeZone: plan.timeZone ?? ZONE,
    customer: { ref: ids.customerRef },
    lines: [{ ref: 'l1', description: 'Shirt', kind, quantity: 10 }],
    invoice: plan.invoice === false ? null : { number: 'INV-7', issuedAt: '2026-11-01T10:00:00Z' },
  };
  await tx.query(
    `INSERT INTO sale (id, merchant_id, sale_ref, customer_id, legal_entity_id, currency, shipping_total, shipping_tax, snapshot, body_hash, placed_at)
     VALUES ($1, $2, $3, $4, $5, 'ILS', 0, 0, $6, repeat('0', 64), now())`,
    [ids.saleId, merchant.id, saleRef, ids.customerId, merchant.legalEntityId, JSON.stringify(snapshot)],
  );
  await tx.query(
    `INSERT INTO sale_line (id, merchant_id, sale_id, no, ref, kind, quantity, total, tax) VALUES ($1, $2, $3, 1, 'l1', $4, 10, $5, $6)`,
    [newId(), merchant.id, ids.saleId, kind, line.gross * 10, line.tax * 10],
  );
  for (const [index, amount] of (plan.amounts ?? [10_000]).entries()) {
    await tx.query(
      `INSERT INTO payment (id, merchant_id, sale_id, no, ref, gateway, gateway_ref, currency, captured)
       VALUES ($1, $2, $3, $4, $5, 'stripe', $6, 'ILS', $7)`,
      [
        ids.paymentIds[index],
        merchant.id,
        ids.saleId,
        index + 1,
        `pay-${index + 1}`,
        ids.gatewayRefs[index],
        plan.captured ?? amount * 2,
      ],
    );
  }
}

async function insertRefund(tx: Tx, merchant: StoredMerchant, plan: RefundPlan, ids: Ids, line: Line): Promise<void> {
  const fee = plan.fee ?? 0;
  const decided = decidedOf(plan, line);
  const { payBy, statutory, timeZone = ZONE } = plan;
  const clock = payBy !== undefined && statutory ? { payBy, timeZone } : null;
  await tx.query(
    `INSERT INTO refund (id, merchant_id, sale_id, customer_id, legal_entity_id, policy_version_id, law_version, request_key, reason,
       destination, requester, requested_by, requester_owner, currency, payout, shipping_gross, shipping_tax, goodwill, fee, status,
       refusal, statutory, snapshot_hash, decided, pay_by, pay_ends_at, clock_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'il-1', $7, 'changed_mind', $8, 'merchant', $9, $10, 'ILS', $11, 0, 0, 0, $12, 'requested', $13,
       $14, $15, $16, $17, $18, $19)`,
    [
      ids.id,
      merchant.id,
      ids.saleId,
      ids.customerId,
      merchant.legalEntityId,
      merchant.policyVersionId,
      randomBytes(32).toString('hex'),
      plan.storeCredit ? 'store_credit' : 'original',
      plan.requestedBy ?? null,
      merchant.creator.owner,
      line.gross - fee,
      fee,
      plan.refusal ?? null,
      plan.statutory ?? false,
      ids.snapshotHash,
      JSON.stringify(decided),
      plan.payBy ?? null,
      clock && payEndsAt(clock),
      clock && firstWarningAt(clock),
    ],
  );
  await tx.query(
    `INSERT INTO refund_line (id, merchant_id, refund_id, sale_line_id, no, units, gross, tax)
     SELECT $1, $2, $3, id, 1, $5, $6, $7 FROM sale_line WHERE sale_id = $4`,
    [newId(), merchant.id, ids.id, ids.saleId, line.units, line.gross, line.tax],
  );
  await tx.query(
    `WITH told AS (
       INSERT INTO outgoing_event (merchant_id, refund_id, sequence, type, body)
       VALUES ($1, $2, 1, 'refund.status_changed', '{"from": null, "to": "requested"}')
     ), starts AS (
       INSERT INTO outbox (refund_id, merchant_id, start) VALUES ($2, $1, jsonb_build_object('refundId', $2::text))
     )
     INSERT INTO refund_event (merchant_id, refund_id, kind, depth, to_status, actor) VALUES ($1, $2, 'requested', 'customer', 'requested', $3)`,
    [merchant.id, ids.id, merchant.creator.actor],
  );
  if (plan.goods === undefined) return;
  await tx.query(
    `INSERT INTO goods_return (id, merchant_id, refund_id, no, mode, money_on, method, status) VALUES ($1, $2, $3, 1, $4, $5, $6, 'expected')`,
    [ids.returnId, merchant.id, ids.id, plan.goods.mode, plan.goods.moneyOn, plan.goods.method ?? 'carrier'],
  );
}

async function insertMoney(tx: Tx, plan: RefundPlan, ids: Ids, amounts: readonly number[]): Promise<void> {
  const insert = (no: number, transferId: string, payments: readonly (readonly [string, number])[]): Promise<unknown> =>
    tx.query(
      `WITH own AS (
         INSERT INTO transfer (id, merchant_id, refund_id, no, payment_id, destination, gateway, currency, amount, status)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'ILS', $8, 'planned')
       ), part AS (
         SELECT * FROM jsonb_to_recordset($9::jsonb) AS row (id uuid, payment_id uuid, amount bigint)
       ), held AS (
         INSERT INTO reservation (id, merchant_id, transfer_id, payment_id, amount) SELECT id, $2, $1, payment_id, amount FROM part
       )
       UPDATE payment SET held = held + part.amount FROM part WHERE payment.id = part.payment_id`,
      [
        transferId,
        ids.merchantId,
        ids.id,
        no,
        plan.storeCredit ? null : payments[0]?.[0],
        plan.storeCredit ? 'store_credit' : 'payment',
        plan.storeCredit ? 'store_credit' : 'stripe',
        payments.reduce((sum, [, amount]) => sum + amount, 0),
        JSON.stringify(payments.map(([payment_id, amount]) => ({ id: newId(), payment_id, amount }))),
      ],
    );
  const backing = amounts.map((amount, index) => [ids.paymentIds[index] ?? '', amount] as const);
  if (plan.storeCredit) await insert(1, ids.transferIds[0] ?? '', backing);
  else for (const [index, part] of backing.entries()) await insert(index + 1, ids.transferIds[index] ?? '', [part]);
}

async function insertSteps(tx: Tx, { steps = [] }: RefundPlan, ids: Ids): Promise<void> {
  for (const [index, step] of steps.map(askedStep).entries()) {
    await tx.query(
      `INSERT INTO approval_step (id, merchant_id, refund_id, no, role, slots, needed, hours, escalate_to, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting')`,
      [
        ...[newId(), ids.merchantId, ids.id, index + 1, step.role],
        ...[JSON.stringify(step.slots ?? []), step.needed ?? 1, step.hours, step.then],
      ],
    );
  }
}

const askedStep = (step: Role | AskedStep): LadderStep => ({
  ...{ hours: 8, then: 'cfo' as const },
  ...(typeof step === 'string' ? { role: step } : step),
});

/** The parts of a decision that the process reads. */
function decidedOf(plan: RefundPlan, line: Line): Partial<DecidedRefund> {
  const fee = plan.fee ?? 0;
  const steps = (plan.steps ?? []).map((step, index) => ({ no: index + 1, ...askedStep(step) }));
  return {
    quote: {
      currency: 'ILS',
      payout: line.gross - fee,
      lines: [line],
      shipping: { gross: 0, tax: 0 },
      goodwill: 0,
      fee,
      transfers: [],
      backing: [],
    },
    approval: {
      machines: true,
      rule: 'lead',
      steps,
      silentUntil: steps.length > 0 ? '2099-01-05T10:00:00Z' : null,
    },
    return: {
      mode: plan.goods?.mode ?? 'none',
      days: 21,
      moneyOn: plan.goods?.moneyOn ?? 'delivered',
      dueAt: null,
      items: [],
    },
    deadlines: { right: 'none', cancelBy: null, cancelEndsAt: null, payBy: plan.payBy ?? null, inTime: false },
    facts: {
      ...POLICY_FACTS,
      payout: line.gross,
      goodsGross: line.gross,
      jurisdiction: plan.jurisdiction ?? POLICY_FACTS.jurisdiction,
    },
    storeCredit: plan.storeCredit ?? null,
    explanation: [
      { source: 'policy', rule: 'window', he: 'חלף המועד להחזרה', en: 'The return period is over', values: {} },
    ],
  };
}
