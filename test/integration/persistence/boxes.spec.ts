import { OutboxStore, RefundCommandStore, RefundProcessStore } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { principalOf, storeCommand } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
const execute = (sql: string, ...params: unknown[]) => test.database.write((tx) => tx.query(sql, params));

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
});
afterAll(() => test.close());

describe('starts', () => {
  it('are offered to one relay at a time, oldest first, and again later', async () => {
    const outbox = new OutboxStore(test.database);
    const stored: StoredRefund[] = [];
    for (let index = 0; index < 5; index += 1) stored.push(await storeRefund(test.database, merchant));
    expect((await outbox.due(2)).map(({ refundId }) => refundId)).toEqual(stored.slice(0, 2).map(({ id }) => id));
    const offers = (await Promise.all([outbox.due(10), outbox.due(10), outbox.due(10)])).flat();
    expect(offers.map(({ refundId }) => refundId).toSorted()).toEqual(
      stored
        .slice(2)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(await outbox.due(10)).toEqual([]);
    await execute(`UPDATE outbox SET next_try_at = now()`);
    expect(await outbox.due(10)).toHaveLength(5);
  });

  it('that were answered wait longer, and are gone when the refund is opened', async () => {
    const outbox = new OutboxStore(test.database);
    await execute(`DELETE FROM outbox`);
    const refund = await storeRefund(test.database, merchant);
    await outbox.started(refund.id);
    expect(await rows(`SELECT next_try_at > now() + interval '50 seconds' AS later FROM outbox`)).toEqual([
      { later: true },
    ]);
    await new RefundProcessStore(test.database, SECRETS).open(refund.at());
    expect(await rows(`SELECT 1 FROM outbox`)).toEqual([]);
    await outbox.started(refund.id);
  });
});

describe('commands', () => {
  const commandOf = (refund: StoredRefund, over: object = {}) => ({
    route: 'POST /decisions',
    key: `key-${refund.id}`,
    bodyHash: 'a'.repeat(64),
    refundId: refund.id,
    name: 'decide' as const,
    payload: { step: 1, outcome: 'approve' },
    note: 'for people only',
    ...over,
  });

  it('are stored once, ready to be sent: a repeat gets the same one, another body is a conflict', async () => {
    const commands = new RefundCommandStore(test.database);
    const refund = await storeRefund(test.database, merchant);
    const principal = principalOf(merchant, merchant.lead);
    const accepted = await commands.accept(principal, commandOf(refund));
    if (accepted.kind !== 'new') throw new Error(accepted.kind);
    const { command } = accepted;
    expect(command).toEqual({
      id: command.id,
      merchantId: merchant.id,
      refundId: refund.id,
      name: 'decide',
      workflowId: `refund:${merchant.id}:${refund.id}`,
      payload: { step: 1, outcome: 'approve', command: command.id, actor: merchant.lead.actor },
      state: 'pending',
      refusal: null,
      answer: null,
    });
    expect(await commands.accept(principal, commandOf(refund))).toEqual({ kind: 'repeat', command });
    expect(await commands.accept(principal, commandOf(refund, { bodyHash: 'b'.repeat(64) }))).toEqual({
      kind: 'conflict',
    });
  });

  it('of one key at once are one', async () => {
    const commands = new RefundCommandStore(test.database);
    const refund = await storeRefund(test.database, merchant);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => commands.accept(principalOf(merchant, merchant.lead), commandOf(refund))),
    );
    expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === 'repeat')).toHaveLength(7);
  });

  it("for another merchant's refund find nothing", async () => {
    const commands = new RefundCommandStore(test.database);
    const refund = await storeRefund(test.database, merchant);
    const other = await storeMerchant(test.database);
    await expect(commands.accept(principalOf(other, other.lead), commandOf(refund))).rejects.toMatchObject({
      code: 'refund_not_found',
    });
    const id = await storeCommand(commands, merchant, refund);
    expect(await commands.find(other.id, refund.id, id)).toBeUndefined();
    expect(await commands.find(merchant.id, refund.id, id)).toMatchObject({ id, state: 'pending' });
  });

  it('keep their first end', async () => {
    const commands = new RefundCommandStore(test.database);
    const refund = await storeRefund(test.database, merchant);
    const done = await storeCommand(commands, merchant, refund);
    await commands.done(done, { status: 'processing', openStep: null });
    await commands.refused(done, 'too_late');
    expect(await commands.find(merchant.id, refund.id, done)).toMatchObject({
      state: 'done',
      answer: { status: 'processing', openStep: null },
      refusal: null,
    });
    const refused = await storeCommand(commands, merchant, refund);
    await commands.refused(refused, 'step_not_open');
    expect(await commands.find(merchant.id, refund.id, refused)).toMatchObject({
      state: 'refused',
      refusal: 'step_not_open',
      answer: null,
    });
  });

  it('that nobody answered are offered to one relay at a time, until they have an end', async () => {
    const commands = new RefundCommandStore(test.database);
    await execute(`UPDATE refund_command SET state = 'done', next_try_at = NULL`);
    const refund = await storeRefund(test.database, merchant);
    const id = await storeCommand(commands, merchant, refund);
    expect(await commands.due(10)).toEqual([]);
    await execute(`UPDATE refund_command SET next_try_at = now() WHERE id = $1`, id);
    expect((await Promise.all([commands.due(10), commands.due(10)])).flat()).toMatchObject([{ id, name: 'decide' }]);
    await execute(`UPDATE refund_command SET next_try_at = now() WHERE id = $1`, id);
    await commands.refused(id, 'too_late');
    expect(await commands.due(10)).toEqual([]);
  });
});
