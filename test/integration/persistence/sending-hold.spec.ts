import {
  endHold,
  HouseSwitchStore,
  OutboxSignalStore,
  RefundProcessStore,
  TransferStore,
  type Claimed,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { insist } from '../../builders/insist';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows, sentStatements } from '../../builders/read-rows.builder';
import { storeHold } from '../../builders/stored-hold.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
let signals: OutboxSignalStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
  signals = new OutboxSignalStore(test.database);
});
// A merchant of its own for each test: a hold of one never meets another.
beforeEach(async () => {
  merchant = await storeMerchant(test.database);
});
afterAll(() => test.close());

async function paying(plan: RefundPlan = {}): Promise<StoredRefund & Readonly<{ transferId: string }>> {
  const refund = await storeRefund(test.database, merchant, plan);
  await refunds.open(refund.at());
  return { ...refund, transferId: refund.transferIds[0] ?? '' };
}
const stands = async (transferId: string) => {
  const [row] = await rows<{
    status: string;
    held: string | null;
    since: string | null;
    attempt: string;
    sends: number;
  }>(
    `SELECT t.status, t.hold_reason AS held, t.held_at AS since, a.status AS attempt, a.sends
     FROM transfer t JOIN attempt a ON a.transfer_id = t.id WHERE t.id = $1 ORDER BY a.no DESC LIMIT 1`,
    transferId,
  );
  return row;
};
const lift = (holdId: string): Promise<boolean> => test.database.write((tx) => endHold(tx, holdId, 'test'));
const wokenOf = async (transferIds: readonly string[]): Promise<readonly string[]> =>
  (
    await rows<{ id: string }>(
      `SELECT event ->> 'transferId' AS id FROM outbox_signal WHERE merchant_id = $1 ORDER BY 1`,
      merchant.id,
    )
  ).map(({ id }) => `transfer ${String(transferIds.indexOf(id) + 1)}`);

describe('a hold on sending', () => {
  it('leaves a transfer planned, unsent, with its reason and since when', async () => {
    const { transferId } = await paying();
    await storeHold(test.database, { merchantId: merchant.id });
    expect(await transfers.claim(transferId)).toEqual({ kind: 'held', reason: 'kill_switch' });
    const first = await stands(transferId);
    expect(first).toMatchObject({ status: 'planned', held: 'kill_switch', attempt: 'prepared', sends: 0 });
    await transfers.claim(transferId);
    expect((await stands(transferId))?.since).toBe(first?.since);
  });

  it.each([
    ['of the merchant', {}, true],
    ['of his account at the gateway', { gateway: 'stripe' }, true],
    ['of another gateway', { gateway: 'adyen' }, false],
    ['of the currency', { currency: 'ILS' }, true],
    ['of another currency', { currency: 'EUR' }, false],
    ['of the member of staff', { requestedBy: 'dana' }, true],
    ['of another member of staff', { requestedBy: 'yael' }, false],
  ] as const)('%s holds what it is about', async (_name, scope, isHeld) => {
    const { transferId } = await paying({ requestedBy: 'dana' });
    await storeHold(test.database, { merchantId: merchant.id, reason: 'breaker', untilSeconds: 60, ...scope });
    expect((await transfers.claim(transferId)).kind).toBe(isHeld ? 'held' : 'send');
  });

  it('of another merchant holds nothing, and one of the house holds everybody', async () => {
    const [free, held] = [await paying(), await paying()];
    await storeHold(test.database, { merchantId: (await storeMerchant(test.database)).id });
    expect((await transfers.claim(free.transferId)).kind).toBe('send');
    const house = await storeHold(test.database, { merchantId: null });
    expect((await transfers.claim(held.transferId)).kind).toBe('held');
    await lift(house);
    expect(await wokenOf([free.transferId, held.transferId])).toEqual(['transfer 2']);
  });

  it('holds nothing any more once its time is over', async () => {
    const { transferId } = await paying();
    await storeHold(test.database, { merchantId: merchant.id, reason: 'breaker', untilSeconds: -1 });
    expect((await transfers.claim(transferId)).kind).toBe('send');
  });

  it('names the strictest of several', async () => {
    const { transferId } = await paying();
    for (const reason of ['gateway_paused', 'breaker'] as const)
      await storeHold(test.database, { merchantId: merchant.id, reason, untilSeconds: 60 });
    await storeHold(test.database, { merchantId: merchant.id });
    expect(await transfers.claim(transferId)).toEqual({ kind: 'held', reason: 'kill_switch' });
  });

  it('costs a transfer that nothing holds no further statement', async () => {
    const { transferId } = await paying();
    sentStatements(test);
    await transfers.claim(transferId);
    expect(sentStatements(test)).toHaveLength(5);
  });

  it('lets what was sent before only be asked about', async () => {
    const { transferId } = await paying();
    await transfers.claim(transferId);
    await storeHold(test.database, { merchantId: merchant.id });
    expect((await transfers.claim(transferId)).kind).toBe('look_up');
    expect(await stands(transferId)).toMatchObject({ status: 'sending', held: null, attempt: 'sent', sends: 1 });
  });

  it('that is lifted wakes each transfer that waits for it, once, and no other', async () => {
    const waiting = [await paying(), await paying()];
    const hold = await storeHold(test.database, { merchantId: merchant.id });
    for (const { transferId } of waiting) await transfers.claim(transferId);
    const unclaimed = await paying();
    expect(await Promise.all([lift(hold), lift(hold)])).toEqual(expect.arrayContaining([true, false]));
    expect(await lift(hold)).toBe(false);
    const ids = [...waiting, unclaimed].map(({ transferId }) => transferId);
    expect([...(await wokenOf(ids))].sort()).toEqual(['transfer 1', 'transfer 2']);
    expect((await transfers.claim(ids[0] ?? '')).kind).toBe('send');
    expect(await stands(ids[0] ?? '')).toMatchObject({ status: 'sending', held: null, since: null });
  });

  it('that is lifted while a transfer is just being held never forgets it: fifty races', async () => {
    for (let race = 0; race < 50; race += 1) {
      const { transferId } = await paying();
      const hold = await storeHold(test.database, { merchantId: merchant.id });
      const [claimed]: [Claimed, boolean] = await Promise.all([transfers.claim(transferId), lift(hold)]);
      const woken = await rows(`SELECT id FROM outbox_signal WHERE event ->> 'transferId' = $1`, transferId);
      expect([claimed.kind, woken.length]).toEqual(claimed.kind === 'held' ? ['held', 1] : ['send', 0]);
    }
  });

  it('wakes by signals that are offered until they are delivered', async () => {
    const { transferId, id } = await paying();
    const hold = await storeHold(test.database, { merchantId: merchant.id });
    await transfers.claim(transferId);
    await lift(hold);
    const mine = (await signals.due(1_000)).filter(({ event }) => event.transferId === transferId);
    expect(mine).toMatchObject([{ workflowId: `refund:${merchant.id}:${id}`, name: 'holdLifted' }]);
    expect((await signals.due(1_000)).filter(({ event }) => event.transferId === transferId)).toEqual([]);
    await signals.delivered(mine[0]?.id ?? '');
    await signals.delivered(mine[0]?.id ?? '');
    expect(await wokenOf([transferId])).toEqual([]);
  });

  it('is told in the timeline once for each reason, whatever is tried meanwhile', async () => {
    const refund = await paying();
    const held = [refund.transferId];
    const look = () => refunds.project(refund.at(), { kind: 'money', exhausted: false, unanswered: [], held });
    const breaker = await storeHold(test.database, { merchantId: merchant.id, reason: 'breaker', untilSeconds: 60 });
    for (let times = 0; times < 2; times += 1) {
      await transfers.claim(refund.transferId);
      expect(await look()).toMatchObject({ status: 'processing', transfers: [{ status: 'planned' }] });
    }
    await storeHold(test.database, { merchantId: merchant.id });
    await lift(breaker);
    await transfers.claim(refund.transferId);
    await look();
    const told = await rows<{ reason: string }>(
      `SELECT data ->> 'reason' AS reason FROM refund_event WHERE refund_id = $1 AND kind = 'transfer_held' ORDER BY id`,
      refund.id,
    );
    expect(told).toEqual([{ reason: 'breaker' }, { reason: 'kill_switch' }]);
  });

  it('of the house is thrown by one of its persons and lifted by two, and stands in every book', async () => {
    const house = new HouseSwitchStore(test.database);
    const { transferId } = await paying();
    const thrown = { gateway: 'stripe', reason: 'Incident', by: 'ron' };
    expect([await house.turnOn(thrown), await house.turnOn(thrown)]).toEqual([true, false]);
    expect(await transfers.claim(transferId)).toEqual({ kind: 'held', reason: 'kill_switch' });
    const lift = { gateway: 'stripe', by: 'yael', confirmedBy: 'noa' };
    await expect(house.turnOff({ ...lift, confirmedBy: ' Yael ' })).rejects.toThrow('second person');
    expect([await house.turnOff(lift), await house.turnOff(lift)]).toEqual([true, false]);
    expect((await transfers.claim(transferId)).kind).toBe('send');
    const book = await rows<{ entry: string }>(
      `SELECT action || ' by ' || actor AS entry FROM audit_entry WHERE merchant_id = $1 ORDER BY id`,
      merchant.id,
    );
    expect(book.map(({ entry }) => entry)).toEqual(['kill_switch.on by house:ron', 'kill_switch.off by house:noa']);
  });

  it('that comes while forty transfers are sent stops all that are claimed after it', async () => {
    const all: { transferId: string }[] = [];
    for (let count = 0; count < 40; count += 1) all.push(await paying());
    const late: string[] = [];
    let isOn = false;
    const send = async (transferId: string): Promise<void> => {
      const begunAfter = isOn;
      const { kind } = await insist(() => transfers.claim(transferId));
      if (begunAfter && kind !== 'held') late.push(transferId);
    };
    const thrown = insist(() => storeHold(test.database, { merchantId: merchant.id })).then(() => (isOn = true));
    // Four workers, each with one transfer after the other, and the switch at the same moment.
    const worker = async (no: number): Promise<void> => {
      for (const { transferId } of all.filter((_, index) => index % 4 === no)) await send(transferId);
    };
    await Promise.all([0, 1, 2, 3].map(worker));
    await thrown;
    await send((await paying()).transferId);
    expect(late).toEqual([]);
    // Whatever left has left before the switch was there, and what waits is planned.
    const sent = await rows(
      `SELECT t.id FROM transfer t JOIN attempt a ON a.transfer_id = t.id, sending_hold h
       WHERE t.merchant_id = $1 AND h.merchant_id = $1 AND a.sent_at > h.begun_at + interval '10 seconds'`,
      merchant.id,
    );
    expect(sent).toEqual([]);
  });

  it('is forgotten by a transfer that is given up', async () => {
    const refund = await paying();
    await storeHold(test.database, { merchantId: merchant.id });
    await transfers.claim(refund.transferId);
    await test.database.write((tx) =>
      tx.query(`UPDATE refund SET status = 'needs_review', review_reason = 'no_answer' WHERE id = $1`, [refund.id]),
    );
    await refunds.project(refund.at(), { kind: 'cancel', command: null, actor: 'test' });
    expect(await stands(refund.transferId)).toMatchObject({ status: 'released', held: null, attempt: 'not_sent' });
  });
});
