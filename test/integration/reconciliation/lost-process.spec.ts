import { reconcileProcesses, type ProcessState } from '@zikui/activities';
import { refundWorkflowId } from '@zikui/domain';
import { LostProcessStore, OutboxStore, RefundProcessStore, TransferStore } from '@zikui/persistence';
import { byProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';

let db: TestDatabase;
let merchant: StoredMerchant;
let book: LostProcessStore;
let refunds: RefundProcessStore;
const states = new Map<string, ProcessState | Error>();

beforeAll(async () => {
  db = await newDatabase();
  merchant = await storeMerchant(db.database);
  book = new LostProcessStore(db.database);
  refunds = new RefundProcessStore(db.database, SECRETS);
});
afterAll(() => db.close());

/** A refund that is open, with its process in that state at the server. */
async function opened(state: ProcessState | Error): Promise<StoredRefund> {
  const refund = await storeRefund(db.database, merchant);
  await refunds.open(refund.at());
  states.set(refundWorkflowId(merchant.id, refund.id), state);
  return refund;
}
const round = (untouchedMs = 0): Promise<void> =>
  reconcileProcesses({
    book,
    untouchedMs,
    states: {
      stateOf: async (workflowId) => {
        const state = states.get(workflowId) ?? { kind: 'running' };
        if (state instanceof Error) throw state;
        return state;
      },
    },
  });
const differencesOf = ({ id }: StoredRefund) =>
  db.query<{ kind: string; owner: string; note: string; open: boolean }>(
    `SELECT kind, owner, note, resolved_at IS NULL AS open FROM reconciliation_difference WHERE refund_id = $1`,
    [id],
  );
const statusOf = async ({ id }: StoredRefund): Promise<unknown> =>
  (await db.query(`SELECT status, review_reason FROM refund WHERE id = $1`, [id]))[0];

describe('the reconciler of processes', () => {
  it('leaves a refund alone whose process runs, or that was touched a moment ago', async () => {
    const [running, touched] = [await opened({ kind: 'running' }), await opened({ kind: 'missing' })];
    await round(60_000);
    expect(await differencesOf(touched)).toEqual([]);
    states.set(refundWorkflowId(merchant.id, touched.id), { kind: 'running' });
    await round();
    expect(await differencesOf(running)).toEqual([]);
  });

  it('starts a process that does not exist again under the same id, and shows that it was missing until it is there', async () => {
    const refund = await opened({ kind: 'missing' });
    await round();
    const started = (await new OutboxStore(db.database).due(100)).filter(({ refundId }) => refundId === refund.id);
    expect(started).toMatchObject([
      {
        merchantId: merchant.id,
        input: { v: 1, merchantId: merchant.id, refundId: refund.id, lookUpsMs: expect.any(Array) as unknown },
        searchAttributes: { merchant: merchant.slug, status: 'processing', gateway: 'stripe', amountMinor: 10_000 },
      },
    ]);
    expect(await differencesOf(refund)).toEqual([
      { kind: 'process_missing', owner: 'ops', note: 'started_again', open: true },
    ]);
    await round();
    expect(await differencesOf(refund)).toMatchObject([{ note: 'waits_for_its_start', open: true }]);
    // It goes on where the rows stand.
    expect(await refunds.open(refund.at())).toMatchObject({ resume: true, status: 'processing' });
    states.set(refundWorkflowId(merchant.id, refund.id), { kind: 'running' });
    await round();
    expect(await differencesOf(refund)).toMatchObject([{ open: false }]);
  });

  it('hands a refund whose process ended to a person, once, and moves no money', async () => {
    const refund = await opened({ kind: 'closed', as: 'terminated', runId: 'run-1' });
    await round();
    await round();
    expect(await statusOf(refund)).toEqual({ status: 'needs_review', review_reason: 'process_lost' });
    expect(await differencesOf(refund)).toEqual([
      { kind: 'process_closed', owner: 'ops', note: 'ended_terminated', open: true },
    ]);
    const [{ n } = { n: 0 }] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM refund_event WHERE refund_id = $1 AND to_status = 'needs_review'`,
      [refund.id],
    );
    expect(n).toBe(1);
    expect(await db.query(`SELECT status FROM transfer WHERE refund_id = $1`, [refund.id])).toEqual([
      { status: 'planned' },
    ]);
  });

  it('writes above whatever the lost process wrote last', async () => {
    const refund = await opened({ kind: 'closed', as: 'failed', runId: 'run-2' });
    await db.query(`UPDATE refund SET version = 9000000000000 WHERE id = $1`, [refund.id]);
    await round();
    expect(await statusOf(refund)).toMatchObject({ status: 'needs_review' });
    const [row] = await db.query<{ version: string }>(`SELECT version FROM refund WHERE id = $1`, [refund.id]);
    expect(row?.version).toBe('9000000000001');
  });

  it('leaves a refund that was closed meanwhile as it is', async () => {
    const refund = await opened({ kind: 'closed', as: 'completed', runId: 'run-3' });
    const [transfer] = await db.query<{ id: string }>(`SELECT id FROM transfer WHERE refund_id = $1`, [refund.id]);
    const transfers = byProcess(db.database, new TransferStore(db.database, SECRETS));
    const claimed = await transfers.claim(transfer?.id ?? '');
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    const amount = { amount: 10_000, currency: 'ILS' };
    await transfers.record(claimed.attemptId, { kind: 'settled', gatewayRefundId: 're_closed', amount });
    await refunds.finish(refund.at());
    expect(await book.lost({ ...open(refund), status: 'processing' }, 'run-3')).toBe(false);
    expect(await statusOf(refund)).toMatchObject({ status: 'completed' });
  });
  const open = ({ id }: StoredRefund) => ({
    ...{ refundId: id, merchantId: merchant.id, status: '', repairs: 0, waitsForStart: false },
  });

  it('tells a process again what it was not told, and shows facts that belong to nothing', async () => {
    const add = async (eventId: string, state: string): Promise<string> => {
      const [row] = await db.query<{ id: string }>(
        `INSERT INTO inbox_event (id, merchant_id, source, event_id, type, fact, state, received_at, next_try_at)
         VALUES (gen_random_uuid(), $1, 'gateway:stripe', $2, 't', '{}', $3::text, now() - interval '1 hour',
           CASE WHEN $3::text = 'to_signal' THEN now() + interval '1 day' END) RETURNING id`,
        [merchant.id, eventId, state],
      );
      return row?.id ?? '';
    };
    const [untold, unknown] = [await add('evt_untold', 'to_signal'), await add('evt_unknown', 'unmatched')];
    await round();
    const due = await db.query(`SELECT next_try_at <= now() AS due FROM inbox_event WHERE id = $1`, [untold]);
    expect(due).toEqual([{ due: true }]);
    expect(
      await db.query(
        `SELECT subject, note FROM reconciliation_difference WHERE kind = 'event_orphaned' AND resolved_at IS NULL ORDER BY note`,
      ),
    ).toEqual([
      { subject: unknown, note: 'belongs_to_nothing gateway:stripe' },
      { subject: untold, note: 'told_again gateway:stripe' },
    ]);
    await db.query(`UPDATE inbox_event SET state = 'signalled' WHERE id = $1`, [untold]);
    await round();
    const open = await db.query(`SELECT FROM reconciliation_difference WHERE subject = $1 AND resolved_at IS NULL`, [
      untold,
    ]);
    expect(open).toEqual([]);
  });

  it('concludes nothing while the server cannot be asked', async () => {
    const refund = await opened({ kind: 'missing' });
    await round();
    states.set(refundWorkflowId(merchant.id, refund.id), new Error('away'));
    await expect(round()).rejects.toThrow('away');
    expect(await differencesOf(refund)).toMatchObject([{ open: true }]);
    states.set(refundWorkflowId(merchant.id, refund.id), { kind: 'running' });
  });
});
