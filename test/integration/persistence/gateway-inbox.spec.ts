import type { GatewayNews } from '@zikui/domain';
import { GatewayInboxStore, InboxStore, RefundProcessStore, TransferStore } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
let inbox: GatewayInboxStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
const execute = (sql: string, ...params: unknown[]) => test.database.write((tx) => tx.query(sql, params));

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
  inbox = new GatewayInboxStore(test.database);
});
afterAll(() => test.close());

type Sent = StoredRefund &
  Readonly<{ transferId: string; attemptId: string; reference: string; gatewayRefundId: string }>;
let count = 0;
async function sent(plan: RefundPlan = {}): Promise<Sent> {
  count += 1;
  const refund = await storeRefund(test.database, merchant, plan);
  await refunds.open(refund.at());
  const transferId = refund.transferIds[0] ?? '';
  const claimed = await transfers.claim(transferId);
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  const { attemptId, ask } = claimed;
  return { ...refund, transferId, attemptId, reference: ask.reference, gatewayRefundId: `re_${count}` };
}

const START_MS = Date.parse('2026-11-04T10:00:00Z');
type Told = Readonly<{
  status: 'settled' | 'pending' | 'declined';
  second?: number;
  amount?: number;
  eventId?: string;
  gatewayRefundId?: string;
  reference?: string | null;
}>;
function news(refund: Sent, { status, second = 0, ...more }: Told): GatewayNews {
  return {
    eventId: more.eventId ?? `evt_${(count += 1)}`,
    type: 'refund.updated',
    occurredAt: new Date(START_MS + second * 1_000).toISOString(),
    reference: more.reference === undefined ? refund.reference : more.reference,
    gatewayRefundId: more.gatewayRefundId ?? refund.gatewayRefundId,
    gatewayRef: refund.gatewayRefs[0] ?? '',
    outcome: {
      status,
      amount: { amount: more.amount ?? 10_000, currency: 'ILS' },
      pendingReason: status === 'pending' ? 'processing' : null,
      reason: null,
    },
  };
}
const tell = (refund: Sent, told: Told) => inbox.receive(merchant.id, 'stripe', news(refund, told));
const answered = (refund: Sent) =>
  transfers.record(refund.attemptId, {
    kind: 'settled',
    gatewayRefundId: refund.gatewayRefundId,
    amount: { amount: 10_000, currency: 'ILS' },
  });

const stands = async ({ transferId }: Pick<Sent, 'transferId'>) => {
  const [row] = await rows<Record<string, unknown>>(
    `SELECT t.status, a.status AS attempt, p.held, r.was_reversed AS reversed,
       (SELECT coalesce(sum(o.amount), 0)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
        WHERE l.refund_id = t.refund_id AND o.account = 'gateway_clearing') AS clearing
     FROM transfer t JOIN payment p ON p.id = t.payment_id JOIN refund r ON r.id = t.refund_id
     JOIN attempt a ON a.transfer_id = t.id WHERE t.id = $1`,
    transferId,
  );
  return row;
};
const stateOf = (inboxId: string) =>
  rows<{ state: string }>(`SELECT state FROM inbox_event WHERE id = $1`, inboxId).then(([row]) => row?.state);

describe('gateway news', () => {
  it('before the answer settle the transfer and wake the process; the answer then changes nothing', async () => {
    const refund = await sent();
    const received = await tell(refund, { status: 'settled' });
    expect(received).toMatchObject({
      duplicate: false,
      signal: {
        workflowId: `refund:${merchant.id}:${refund.id}`,
        event: {
          transferId: refund.transferId,
          status: 'settled',
          gatewayRefundId: refund.gatewayRefundId,
          occurredAtMs: START_MS,
        },
      },
    });
    expect(await stateOf(received.inboxId)).toBe('to_signal');
    const before = await stands(refund);
    expect(before).toEqual({
      status: 'settled',
      attempt: 'succeeded',
      held: 10_000,
      reversed: false,
      clearing: -10_000,
    });
    expect(await answered(refund)).toBe('settled');
    expect(await stands(refund)).toEqual(before);
  });

  it('that repeat what is known are written down and wake nobody', async () => {
    const refund = await sent();
    await answered(refund);
    const received = await tell(refund, { status: 'settled', reference: null });
    expect(received).toMatchObject({ duplicate: false, signal: null });
    expect(await stateOf(received.inboxId)).toBe('recorded');
    expect(await stands(refund)).toMatchObject({ clearing: -10_000 });
  });

  it('told ten times at once have one effect', async () => {
    const refund = await sent();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => tell(refund, { status: 'settled', eventId: `evt_same_${refund.id}` })),
    );
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(all.map(({ inboxId }) => inboxId)).size).toBe(1);
    expect(await stands(refund)).toMatchObject({ status: 'settled', clearing: -10_000 });
  });

  it('of a decline give the hold back; a later success of the same refund takes it again', async () => {
    const refund = await sent();
    expect((await tell(refund, { status: 'declined' })).signal?.event.status).toBe('declined');
    expect(await stands(refund)).toMatchObject({ status: 'declined', attempt: 'refused', held: 0 });
    await tell(refund, { status: 'settled', second: 1 });
    expect(await stands(refund)).toMatchObject({ status: 'settled', held: 10_000, clearing: -10_000 });
  });

  it('that something is pending count only where nothing surer is known', async () => {
    const refund = await sent();
    expect((await tell(refund, { status: 'pending' })).signal?.event.status).toBe('pending');
    expect(await stands(refund)).toMatchObject({ status: 'pending' });
    await tell(refund, { status: 'settled', second: 1 });
    expect(await tell(refund, { status: 'pending', second: 2 })).toMatchObject({ signal: null });
    expect(await stands(refund)).toMatchObject({ status: 'settled' });
  });

  it('of a failure after success reverse it: books countered, hold given back, refund marked, nobody signalled', async () => {
    const refund = await sent();
    await answered(refund);
    await refunds.finish(refund.at());
    const received = await tell(refund, { status: 'declined', second: 60 });
    expect(received.signal).toBeNull();
    expect(await stateOf(received.inboxId)).toBe('recorded');
    expect(await stands(refund)).toEqual({
      status: 'reversed',
      attempt: 'succeeded',
      held: 0,
      reversed: true,
      clearing: 0,
    });
    expect(await rows(`SELECT status FROM refund WHERE id = $1`, refund.id)).toEqual([{ status: 'completed' }]);
    expect(
      await rows(`SELECT kind, depth FROM refund_event WHERE refund_id = $1 ORDER BY id DESC LIMIT 1`, refund.id),
    ).toEqual([{ kind: 'transfer_reversed', depth: 'customer' }]);
    await tell(refund, { status: 'declined', second: 61 });
    expect(await stands(refund)).toMatchObject({ status: 'reversed', clearing: 0, held: 0 });
  });

  it('lead to the same end in any order', async () => {
    const events: readonly Told[] = [
      { status: 'pending', second: 1 },
      { status: 'settled', second: 2 },
      { status: 'declined', second: 3 },
    ];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of orders) {
      const refund = await sent();
      for (const index of order) await tell(refund, events[index] ?? { status: 'pending' });
      expect(await stands(refund)).toMatchObject({ status: 'reversed', held: 0, clearing: 0, reversed: true });
    }
  });

  it('of another amount leave it in doubt and warn', async () => {
    const refund = await sent();
    await tell(refund, { status: 'settled', amount: 9_999 });
    expect(await stands(refund)).toMatchObject({ status: 'in_doubt', held: 10_000, clearing: 0 });
    expect(
      await rows(
        `SELECT data->>'alert' AS alert FROM refund_event WHERE refund_id = $1 AND kind = 'money_alert'`,
        refund.id,
      ),
    ).toEqual([{ alert: 'wrong_amount' }]);
  });

  it('of a second refund under our reference are an alert, and change nothing of the first', async () => {
    const refund = await sent();
    await answered(refund);
    const received = await tell(refund, { status: 'settled', gatewayRefundId: 're_other' });
    expect(received.signal).toBeNull();
    expect(await stands(refund)).toMatchObject({ status: 'settled', clearing: -10_000 });
    expect(await rows(`SELECT gateway_refund_id FROM transfer WHERE id = $1`, refund.transferId)).toEqual([
      { gateway_refund_id: refund.gatewayRefundId },
    ]);
    expect(
      await rows(
        `SELECT data->>'alert' AS alert FROM refund_event WHERE refund_id = $1 AND kind = 'money_alert'`,
        refund.id,
      ),
    ).toEqual([{ alert: 'external_refund' }]);
  });

  it('belong to one merchant: another one with the same reference does not move it', async () => {
    const refund = await sent();
    const other = await storeMerchant(test.database);
    const received = await inbox.receive(other.id, 'stripe', news(refund, { status: 'settled' }));
    expect(await stateOf(received.inboxId)).toBe('unmatched');
    expect(await stands(refund)).toMatchObject({ status: 'sending' });
  });

  it('of an unknown reference wait, are matched when their transfer is known, and then wake its process', async () => {
    const refund = await sent();
    await execute(`UPDATE attempt SET reference = 'zr_later' WHERE id = $1`, refund.attemptId);
    const received = await tell(refund, { status: 'settled' });
    expect(await stateOf(received.inboxId)).toBe('unmatched');
    expect(await inbox.rematch(10)).toBe(0);

    await execute(`UPDATE attempt SET reference = $2 WHERE id = $1`, refund.attemptId, refund.reference);
    await execute(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1`, received.inboxId);
    expect(await inbox.rematch(10)).toBe(1);
    expect(await stands(refund)).toMatchObject({ status: 'settled' });
    await execute(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1`, received.inboxId);
    const due = await new InboxStore(test.database).due(100);
    expect(due.find(({ inboxId }) => inboxId === received.inboxId)).toMatchObject({
      name: 'gatewayEvent',
      workflowId: `refund:${merchant.id}:${refund.id}`,
      event: { status: 'settled' },
    });
  });

  it('of an unknown reference and payment are kept without further tries after ten minutes', async () => {
    const refund = await sent();
    const unknown = news(refund, { status: 'settled', reference: 'zr_never', gatewayRefundId: 're_never' });
    const received = await inbox.receive(merchant.id, 'stripe', { ...unknown, gatewayRef: 'pi_never' });
    await execute(
      `UPDATE inbox_event SET next_try_at = now(), received_at = now() - interval '11 minutes' WHERE id = $1`,
      received.inboxId,
    );
    expect(await inbox.rematch(10)).toBe(0);
    expect(await rows(`SELECT state, next_try_at FROM inbox_event WHERE id = $1`, received.inboxId)).toEqual([
      { state: 'unmatched', next_try_at: null },
    ]);
  });
});

describe('signals that are due', () => {
  it('are offered to one relay at a time until they are answered', async () => {
    const signals = new InboxStore(test.database);
    await execute(`UPDATE inbox_event SET next_try_at = NULL`);
    const refund = await sent();
    const { inboxId } = await tell(refund, { status: 'settled' });
    expect(await signals.due(10)).toEqual([]);
    await execute(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1`, inboxId);
    const offers = await Promise.all([signals.due(10), signals.due(10), signals.due(10)]);
    expect(offers.flat()).toHaveLength(1);
    await signals.postpone(inboxId);
    await signals.late(inboxId);
    await signals.signalled(inboxId);
    expect(await stateOf(inboxId)).toBe('late');
    await execute(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1`, inboxId);
    expect(await signals.due(10)).toEqual([]);
  });
});
