import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRegistry, type GatewayName } from '@zikui/connectors';
import { GatewayInboxStore, RefundProcessStore, TransferStore, type GatewayAnswer } from '@zikui/persistence';
import { byProcess } from '../../builders/by-process.builder';
import type { DifferenceKind, GatewayAccount, GatewayAsk, Principal } from '@zikui/domain';
import { runAudit } from '../../../tools/audit/run-audit';
import { startSandbox, type StartedSandbox } from '../../unit/sandbox/started-sandbox';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { newRef, paymentOf, simpleSaleOf } from '../../builders/sale.builder';
import { transitionsOf } from '../../builders/stored-refund.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

const AMOUNT = 5_000;
let db: TestDatabase;
let sandbox: StartedSandbox;
let stores: Stores;

beforeAll(async () => {
  [db, sandbox] = await Promise.all([newDatabase(), startSandbox()]);
  stores = storesOn(db.database, undefined, registry().capabilities);
});
afterAll(async () => {
  await db.close();
  await sandbox.stop();
});

const registry = () => {
  const log = { info: () => undefined, warn: () => undefined };
  return createGatewayRegistry({ stripeApiBase: sandbox.url, timeoutMs: 20_000, log });
};

type Paid = Readonly<{ principal: Principal; ask: GatewayAsk; record: (answer: GatewayAnswer) => Promise<void> }>;

/** A merchant with an account of his own, and a refund whose call is about to leave. */
async function about(gateway: GatewayName = 'stripe'): Promise<Paid> {
  const slug = newRef('shop');
  const account = accountAt(gateway, slug);
  const principal = await newMerchant(stores, { spec: { slug, gateways: { [gateway]: account } } });
  const gatewayRef = gateway === 'stripe' ? await capture(account.apiKey) : await taken(gateway, account);
  const sale = simpleSaleOf(AMOUNT, { payments: [paymentOf({ captured: AMOUNT, gateway, gatewayRef })] });
  const { start } = await acceptRefund(stores, principal, sale);
  if (!start) throw new Error('a new refund has a start');
  const refunds = new RefundProcessStore(db.database, stores.secrets);
  const transfers = byProcess(db.database, new TransferStore(db.database, stores.secrets));
  const at = transitionsOf(start.merchantId, start.refundId);
  const { transfers: opened } = await refunds.open(at());
  const claimed = await transfers.claim(opened[0]?.id ?? '');
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  const record = async (answer: GatewayAnswer): Promise<void> => {
    await transfers.record(claimed.attemptId, answer);
    await refunds.finish(at());
  };
  const own: GatewayAccount = { merchantId: principal.merchantId, ...account };
  return { principal, ask: { ...claimed.ask, account: own }, record };
}
type Account = Omit<GatewayAccount, 'merchantId'>;
const accountAt = (gateway: GatewayName, slug: string): Account => {
  const address = `${sandbox.url}/${gateway}`;
  const settings: Record<string, Record<string, string>> = {
    generic: { account: slug, address },
    adyen: { merchantAccount: slug, address },
    paypal: { clientId: slug, address },
  };
  const own = settings[gateway];
  return { apiKey: `sk_test_${slug}`, webhookSecret: 'a'.repeat(64), ...(own === undefined ? {} : { settings: own }) };
};
/** A payment in a protocol in which nobody pays at the sandbox. */
async function taken(dialect: string, { apiKey: secret, settings = {} }: Account): Promise<string> {
  const account = Object.values(settings)[0];
  await sandbox.post('/_control/accounts', { dialect, account, secret });
  const payment = await sandbox.post('/_control/payments', { dialect, account, amount: 100_000, currency: 'ILS' });
  return (payment as { gatewayRef: string }).gatewayRef;
}
async function capture(apiKey: string): Promise<string> {
  const answer = await fetch(`${sandbox.url}/v1/payment_intents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}` },
    body: new URLSearchParams({ amount: '100000', currency: 'ils' }),
  });
  return ((await answer.json()) as { id: string }).id;
}

const atGateway = (ask: GatewayAsk, over: Partial<GatewayAsk> = {}, name: GatewayName = 'stripe') => {
  return registry()
    .gateway(name)
    .refund({ ...ask, ...over });
};
const ILS = (amount: number) => ({ amount, currency: 'ILS' });
const settled = (gatewayRefundId: string): GatewayAnswer => ({ kind: 'settled', gatewayRefundId, amount: ILS(AMOUNT) });

async function paid(): Promise<Paid> {
  const one = await about();
  await one.record(await atGateway(one.ask));
  return one;
}

/** How each difference comes about, in an account of its own. */
const PLANTED: Readonly<Record<Exclude<DifferenceKind, `process_${string}` | 'event_orphaned'>, () => Promise<Paid>>> =
  {
    missing_at_gateway: async () => {
      const one = await about();
      await one.record(settled(newRef('re')));
      // Long enough ago that the gateway would list it by now.
      await db.query(`UPDATE attempt SET sent_at = now() - interval '1 hour' WHERE merchant_id = $1`, [
        one.principal.merchantId,
      ]);
      return one;
    },
    missing_here: async () => {
      const one = await paid();
      await atGateway(one.ask, { idempotencyKey: newRef('dashboard'), reference: newRef('stranger'), amount: ILS(7) });
      return one;
    },
    second_movement: async () => {
      const one = await paid();
      await atGateway(one.ask, { idempotencyKey: newRef('again') });
      return one;
    },
    amount_differs: async () => {
      const one = await about();
      const moved = await atGateway(one.ask, { amount: ILS(AMOUNT - 1) });
      await one.record(settled(moved.gatewayRefundId ?? ''));
      return one;
    },
    status_differs: async () => {
      const one = await about();
      await sandbox.post('/_faults', {
        target: 'gateway',
        action: 'pending',
        match: { gatewayRef: one.ask.gatewayRef },
      });
      const moved = await atGateway(one.ask);
      await one.record(settled(moved.gatewayRefundId ?? ''));
      return one;
    },
    ledger_differs: async () => {
      const one = await paid();
      await db.query(`SET session_replication_role = 'replica'`);
      await db.query(
        `UPDATE posting SET account = 'sales_clearing' WHERE account = 'gateway_clearing' AND merchant_id = $1`,
        [one.principal.merchantId],
      );
      await db.query(`SET session_replication_role = 'origin'`);
      return one;
    },
  };

const audit = (strict = true) =>
  runAudit({
    databaseUrl: db.url,
    strict,
    gateways: { secrets: stores.secrets, stripeApiBase: sandbox.url },
    secondLookAfterMs: 1,
  });
/** Which promises towards gateways are broken, with what breaks them. */
async function differences(strict = true): Promise<Readonly<Record<string, readonly string[]>>> {
  const { checks, notChecked } = await audit(strict);
  expect(notChecked).toEqual([]);
  const broken = checks.filter(({ check, count }) => check.startsWith('A14.') && count > 0);
  return Object.fromEntries(broken.map(({ check, ids }) => [check.replace('A14.', ''), ids]));
}

describe('the auditor at the gateway', () => {
  it('finds nothing where both tell the same, and takes an unanswered call for no difference', async () => {
    await paid();
    const unanswered = await about();
    await unanswered.record({ kind: 'unknown', evidence: { cause: 'time_out' } });
    expect(await differences()).toEqual({});
  });

  it('names each kind of difference, and it alone, in the account where it is', async () => {
    const known: Record<string, number> = {};
    for (const [kind, plant] of Object.entries(PLANTED)) {
      await plant();
      known[kind] = 1;
      const found = await differences();
      expect(Object.fromEntries(Object.entries(found).map(([name, ids]) => [name, ids.length]))).toEqual(known);
    }
    const found = await differences();
    expect(found['amount_differs']?.[0]).toMatch(/^tr_\w+ re_\w+ 5000 ILS settled here 4999 ILS settled there$/);
    expect(found['missing_here']?.[0]).toMatch(/^re_\w+ 7 ILS settled there$/);
  });

  it('finds them again when it looks a second time at a running system', async () => {
    expect(Object.keys(await differences(false)).sort()).toEqual(Object.keys(PLANTED).sort());
  });

  it('tells which account it could not look at', async () => {
    const nowhere = { secrets: stores.secrets, stripeApiBase: 'http://127.0.0.1:1' };
    const { notChecked, checks } = await runAudit({ databaseUrl: db.url, strict: true, gateways: nowhere });
    expect(notChecked.length).toBeGreaterThan(5);
    expect(notChecked[0]).toContain('account at stripe: stripe was not reached');
    expect(checks.filter(({ check, count }) => check.startsWith('A14.') && count > 0)).toEqual([]);
  });

  it.each(['generic', 'paypal'] as const)('compares an account at %s too', async (gateway) => {
    const before = (await differences())['missing_here'] ?? [];
    const one = await about(gateway);
    await one.record(await atGateway(one.ask, {}, gateway));
    expect((await differences())['missing_here'] ?? []).toEqual(before);
    const stranger = { idempotencyKey: newRef('dashboard'), reference: newRef('stranger'), amount: ILS(8) };
    const made = await atGateway(one.ask, stranger, gateway);
    const found = (await differences())['missing_here'] ?? [];
    expect(found.filter((id) => !before.includes(id))).toEqual([`${made.gatewayRefundId} 8 ILS settled there`]);
  });

  it('compares an account at a gateway that lists nothing with what it announced', async () => {
    const before = (await differences())['status_differs'] ?? [];
    const { principal, ask, record } = await about('adyen');
    const gatewayRefundId = newRef('PSP');
    await record({ kind: 'pending', gatewayRefundId, amount: ask.amount, reason: 'processing' });
    // Nothing was announced yet, which is no difference.
    expect((await differences())['status_differs'] ?? []).toEqual(before);
    await new GatewayInboxStore(db.database).receive(principal.merchantId, 'adyen', {
      eventId: newRef('evt'),
      type: 'REFUND',
      occurredAt: new Date().toISOString(),
      reference: ask.reference,
      gatewayRefundId,
      gatewayRef: ask.gatewayRef,
      outcome: { status: 'settled', amount: ask.amount, pendingReason: null, reason: null },
    });
    expect((await differences())['status_differs'] ?? []).toEqual(before);
    await db.query(
      `UPDATE inbox_event SET fact = jsonb_set(fact, '{outcome,status}', '"declined"') WHERE merchant_id = $1`,
      [principal.merchantId],
    );
    const found = (await differences())['status_differs'] ?? [];
    expect(found.filter((id) => !before.includes(id))).toEqual([
      expect.stringMatching(/5000 ILS settled here 5000 ILS declined there$/),
    ]);
  });

  it('names a key under which the books of the sandbox hold two movements', async () => {
    const { checks } = await runAudit({ databaseUrl: db.url, strict: true, gateways: undefined, sandbox: sandbox.url });
    expect(checks.find(({ check }) => check === 'A14.keys')).toMatchObject({ count: 0 });
    const move = (idempotencyKey: string, status: string) => ({ idempotencyKey, status });
    const items = [
      move('zk_1', 'succeeded'),
      move('zk_1', 'pending'),
      move('zk_2', 'succeeded'),
      move('zk_2', 'failed'),
    ];
    const books = createServer((_request, response) => response.end(JSON.stringify({ items })));
    await new Promise<void>((resolve) => books.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = books.address() as AddressInfo;
      const told = await runAudit({
        databaseUrl: db.url,
        strict: true,
        gateways: undefined,
        sandbox: `http://127.0.0.1:${port}`,
      });
      expect(told.checks.find(({ check }) => check === 'A14.keys')).toMatchObject({ ids: ['zk_1 2 movements'] });
    } finally {
      books.close();
    }
  });
});
