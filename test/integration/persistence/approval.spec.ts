import { RefundCommandStore, RefundProcessStore, type ProjectMove } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeCommand } from '../../builders/stored-command.builder';
import {
  storeColleague,
  storeMerchant,
  type StoredKey,
  type StoredMerchant,
} from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let commands: RefundCommandStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database, { carriers: { easypost: {} } });
  refunds = new RefundProcessStore(test.database, SECRETS);
  commands = new RefundCommandStore(test.database);
});
afterAll(() => test.close());

type Decision = Extract<ProjectMove, { kind: 'decision' }>;
type Ask = Readonly<{ key?: StoredKey; note?: string; over?: Partial<Decision> }>;

async function awaiting(plan: RefundPlan = {}): Promise<StoredRefund> {
  const refund = await storeRefund(test.database, merchant, { steps: ['lead'], ...plan });
  await refunds.open(refund.at());
  return refund;
}
async function decision(refund: StoredRefund, { key = merchant.lead, note, over = {} }: Ask = {}): Promise<Decision> {
  const command = await storeCommand(commands, merchant, refund, { key, note: note ?? null });
  const { snapshotHash } = refund;
  return {
    kind: 'decision',
    command,
    step: 1,
    actor: key.actor,
    outcome: 'approve',
    snapshotHash,
    reasonCode: null,
    ...over,
  };
}
const decide = async (refund: StoredRefund, ask: Ask = {}) => refunds.project(refund.at(), await decision(refund, ask));
const rejecting = { outcome: 'reject', reasonCode: 'outside_policy' } as const;

describe('approving', () => {
  it('the last step sends the refund to its money and tells the customer', async () => {
    const refund = await awaiting();
    expect(await decide(refund)).toMatchObject({
      applied: true,
      status: 'processing',
      refused: null,
      openStep: null,
      dueAtMs: null,
      messages: [{ kind: 'refund_approved' }],
    });
    expect(
      await rows(
        `SELECT a.status FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`,
        refund.id,
      ),
    ).toEqual([{ status: 'prepared' }]);
    expect(
      await rows(
        `SELECT kind, from_status, to_status, actor FROM refund_event WHERE refund_id = $1 ORDER BY id OFFSET 2`,
        refund.id,
      ),
    ).toEqual([
      { kind: 'approval_given', from_status: 'awaiting_approval', to_status: 'processing', actor: merchant.lead.actor },
      { kind: 'payment_started', from_status: null, to_status: null, actor: 'system' },
    ]);
  });

  it('is not told to be done to a person whose decision comes first to the task that follows a lost one', async () => {
    const refund = await awaiting();
    const at = refund.at();
    const approval = await decision(refund);
    await refunds.project(at, approval);
    const later = { ...at, version: at.version + 1 };
    const rejection = await decision(refund, { key: merchant.manager, over: rejecting });
    expect(await refunds.project(later, rejection)).toMatchObject({ refused: 'step_not_open', status: 'processing' });
    expect(await refunds.project(later, approval)).toMatchObject({ refused: null, status: 'processing' });
  });

  it('one of two steps opens the next, and only another person may decide that one', async () => {
    const refund = await awaiting({ steps: ['lead', 'lead'] });
    expect(await decide(refund)).toMatchObject({
      applied: true,
      status: 'awaiting_approval',
      openStep: { no: 2, role: 'lead' },
      dueAtMs: Date.parse('2099-01-05T10:00:00Z'),
      messages: [],
    });
    expect(await decide(refund, { over: { step: 2 } })).toMatchObject({ applied: false, refused: 'self_approval' });
    expect(await decide(refund, { key: merchant.manager, over: { step: 2 } })).toMatchObject({ status: 'processing' });
  });

  it('leads to the goods when they have to come first', async () => {
    const refund = await awaiting({ goods: { mode: 'required', moneyOn: 'delivered' } });
    const approved = await decide(refund);
    expect(approved).toMatchObject({ status: 'awaiting_return', messages: [{ kind: 'refund_approved' }] });
    expect(approved.dueAtMs).toBeGreaterThan(Date.now());
  });

  it('is answered the same way when the write is repeated', async () => {
    const refund = await awaiting();
    const at = refund.at();
    const move = await decision(refund);
    const first = await refunds.project(at, move);
    expect(await refunds.project({ ...at, version: at.version + 900 }, move)).toEqual(first);
    expect(await rows(`SELECT count(*)::int AS n FROM decision WHERE refund_id = $1`, refund.id)).toEqual([{ n: 1 }]);
  });
});

describe('rejecting', () => {
  it('gives everything back and closes the return', async () => {
    const refund = await awaiting({
      steps: ['lead', 'finance'],
      amounts: [700, 300],
      goods: { mode: 'required', moneyOn: 'delivered' },
    });
    expect(await decide(refund, { note: 'Worn', over: rejecting })).toMatchObject({
      status: 'rejected',
      messages: [{ kind: 'refund_rejected' }],
      transfers: [{ status: 'released' }, { status: 'released' }],
    });
    expect(await rows(`SELECT sum(held)::int AS held FROM payment WHERE sale_id = $1`, refund.saleId)).toEqual([
      { held: 0 },
    ]);
    expect(await rows(`SELECT status FROM approval_step WHERE refund_id = $1 ORDER BY no`, refund.id)).toEqual([
      { status: 'rejected' },
      { status: 'superseded' },
    ]);
    expect(await rows(`SELECT status FROM goods_return WHERE refund_id = $1`, refund.id)).toEqual([
      { status: 'cancelled' },
    ]);
    expect(
      await rows(`SELECT outcome, reason_code, note, owner, role FROM decision WHERE refund_id = $1`, refund.id),
    ).toEqual([{ outcome: 'reject', reason_code: 'outside_policy', note: 'Worn', owner: 'noa', role: 'lead' }]);
  });
});

describe('a decision is refused, and nothing changes,', () => {
  const unchanged = async (refund: StoredRefund) => {
    expect(await rows(`SELECT status FROM refund WHERE id = $1`, refund.id)).toEqual([{ status: 'awaiting_approval' }]);
    expect(await rows(`SELECT 1 FROM decision WHERE refund_id = $1`, refund.id)).toEqual([]);
  };

  it('when it rejects what the law grants without a ground of the law', async () => {
    const refund = await awaiting({ statutory: true });
    expect(await decide(refund, { over: rejecting })).toMatchObject({ applied: false, refused: 'rejection_not_legal' });
    await unchanged(refund);
    const legal = { ...rejecting, reasonCode: 'right_ended' };
    expect(await decide(refund, { note: 'Late', over: legal })).toMatchObject({ status: 'rejected' });
  });

  it('for a step that is not open', async () => {
    const refund = await awaiting({ steps: ['lead', 'lead'] });
    expect(await decide(refund, { over: { step: 2 } })).toMatchObject({ refused: 'step_not_open', applied: false });
    await unchanged(refund);
  });

  it('for other content than was shown', async () => {
    const refund = await awaiting();
    expect(await decide(refund, { over: { snapshotHash: 'f'.repeat(64) } })).toMatchObject({
      refused: 'snapshot_changed',
    });
    await unchanged(refund);
  });

  it('to the requester, to the person the request names, and to the customer himself', async () => {
    const own = await awaiting();
    await test.database.write((tx) => tx.query(`UPDATE refund SET requester_owner = 'noa' WHERE id = $1`, [own.id]));
    expect(await decide(own)).toMatchObject({ refused: 'self_approval' });
    await unchanged(own);

    const named = await awaiting({ requestedBy: 'noa' });
    expect(await decide(named)).toMatchObject({ refused: 'self_approval' });

    const beneficiary = await awaiting();
    await test.database.write((tx) =>
      tx.query(`UPDATE customer SET ref = 'noa' WHERE id = $1`, [beneficiary.customerId]),
    );
    expect(await decide(beneficiary)).toMatchObject({ refused: 'self_approval' });
    await unchanged(beneficiary);
  });

  it('to another role, until the silent step was offered to it', async () => {
    await storeColleague(test.database, merchant, 'yael', 'finance');
    const refund = await awaiting({ steps: ['finance'] });
    await test.database.write((tx) =>
      tx.query(`UPDATE approval_step SET escalate_to = 'manager' WHERE refund_id = $1`, [refund.id]),
    );
    expect(await decide(refund, { key: merchant.manager })).toMatchObject({ refused: 'permission_missing' });
    await unchanged(refund);
    await test.database.write((tx) =>
      tx.query(`UPDATE approval_step SET due_at = now() WHERE refund_id = $1`, [refund.id]),
    );
    expect(await decide(refund, { key: merchant.manager })).toMatchObject({ status: 'processing' });
  });

  it('above the limit of the key, as it is when the decision is recorded', async () => {
    const refund = await awaiting();
    const move = await decision(refund);
    await test.database.write((tx) =>
      tx.query(`UPDATE api_key SET amount_limit = 9999 WHERE id = $1`, [merchant.lead.id]),
    );
    expect(await refunds.project(refund.at(), move)).toMatchObject({ refused: 'limit_exceeded' });
    await unchanged(refund);
    await test.database.write((tx) =>
      tx.query(`UPDATE api_key SET amount_limit = 1000000 WHERE id = $1`, [merchant.lead.id]),
    );
  });

  it('for a key that was revoked while the command waited', async () => {
    const refund = await awaiting();
    const move = await decision(refund);
    await test.database.write((tx) =>
      tx.query(`UPDATE api_key SET revoked_at = now() WHERE id = $1`, [merchant.lead.id]),
    );
    expect(await refunds.project(refund.at(), move)).toMatchObject({ refused: 'permission_missing' });
    await test.database.write((tx) =>
      tx.query(`UPDATE api_key SET revoked_at = NULL WHERE id = $1`, [merchant.lead.id]),
    );
    await unchanged(refund);
  });

  it('for a command that was never stored', async () => {
    const refund = await awaiting();
    const move = await decision(refund, { over: { command: refund.id } });
    expect(await refunds.project(refund.at(), move)).toMatchObject({ refused: 'command_not_found' });
  });

  it('when two decide at the same moment: the first wins', async () => {
    const refund = await awaiting();
    const [approve, reject] = [
      await decision(refund),
      await decision(refund, { key: merchant.manager, over: rejecting }),
    ];
    const answers = await Promise.all([refunds.project(refund.at(), approve), refunds.project(refund.at(), reject)]);
    expect(answers.filter(({ applied }) => applied)).toHaveLength(1);
    expect(
      answers.filter(({ refused }) => refused === 'step_not_open').length +
        answers.filter(({ applied, refused }) => !applied && refused === null).length,
    ).toBe(1);
    expect(await rows(`SELECT count(*)::int AS n FROM decision WHERE refund_id = $1`, refund.id)).toEqual([{ n: 1 }]);
  });
});
