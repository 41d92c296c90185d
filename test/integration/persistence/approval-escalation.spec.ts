import { addDays, localDate, type Principal } from '@zikui/domain';
import {
  ApprovalStepStore,
  ApproverStore,
  DeadlineClockStore,
  RefundCommandStore,
  RefundProcessStore,
  StaffMessageStore,
} from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { MIDDAY_ZONE } from '../../builders/midday-zone';
import { readRows } from '../../builders/read-rows.builder';
import { principalOf, storeCommand } from '../../builders/stored-command.builder';
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
let approvers: ApproverStore;
let messages: StaffMessageStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
const write = (sql: string, ...params: unknown[]) => test.database.write((tx) => tx.query(sql, params));

beforeEach(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  commands = new RefundCommandStore(test.database);
  approvers = new ApproverStore(test.database, SECRETS);
  messages = new StaffMessageStore(test.database, SECRETS);
});
afterEach(() => test.close());

const opened = async (plan: RefundPlan) => {
  const refund = await storeRefund(test.database, merchant, plan);
  return { refund, answer: await refunds.open(refund.at()) };
};
const kindsOf = async ({ id }: StoredRefund): Promise<readonly string[]> =>
  (await rows<{ kind: string }>(`SELECT kind FROM refund_event WHERE refund_id = $1 ORDER BY id`, id)).map(
    ({ kind }) => kind,
  );
const reachable = (key: StoredKey, email: string, digest = false): Promise<unknown> => {
  const principal: Principal = principalOf(merchant, key);
  return approvers.put(principal, { person: key.owner, email, digest, locale: 'en' });
};

describe('a step that opens', () => {
  it('is offered to the next role at once when nobody of those it asks for may decide', async () => {
    const cfo = await storeColleague(test.database, merchant, 'carmel', 'cfo');
    const { refund, answer } = await opened({
      steps: [{ role: 'finance', slots: [{ role: 'finance', team: 'vip', limit: null }], needed: 1 }],
    });
    expect(answer.openStep).toMatchObject({ no: 1, missing: 1 });
    expect(await kindsOf(refund)).toEqual(['requested', 'approval_requested', 'approval_escalated']);
    const command = await storeCommand(commands, merchant, refund, { key: cfo });
    const { snapshotHash } = refund;
    const decided = await refunds.project(refund.at(), {
      ...{ kind: 'decision', command, step: 1, actor: cfo.actor, outcome: 'approve', snapshotHash, reasonCode: null },
    });
    expect(decided).toMatchObject({ status: 'processing' });
  });

  it('says so when nobody is left at all, and waits', async () => {
    const { refund } = await opened({ steps: ['finance'] });
    expect(await kindsOf(refund)).toEqual([
      'requested',
      'approval_requested',
      'approval_escalated',
      'approval_unreachable',
    ]);
    expect(await rows(`SELECT status, escalation_cause FROM approval_step WHERE refund_id = $1`, refund.id)).toEqual([
      { status: 'open', escalation_cause: 'nobody' },
    ]);
  });

  it.each([
    ['has a part in it', (id: string) => write(`UPDATE refund SET requested_by = 'noa' WHERE id = $1`, id)],
    ['has too low a limit', () => write(`UPDATE api_key SET amount_limit = 1 WHERE owner = 'noa'`)],
    [
      'is away',
      () =>
        write(
          `INSERT INTO approver (id, merchant_id, person, teams, locale, digest, absent_from, absent_until)
           SELECT gen_random_uuid(), id, 'noa', '{}', 'he', false, now(), now() + interval '1 day' FROM merchant`,
        ),
    ],
  ])('counts nobody who %s', async (_, change) => {
    await write(`UPDATE api_key SET revoked_at = now() WHERE owner = 'gil'`);
    const refund = await storeRefund(test.database, merchant, { steps: ['lead'] });
    await change(refund.id);
    await refunds.open(refund.at());
    expect(await kindsOf(refund)).toContain('approval_escalated');
  });
});

describe('a step that nobody decides', () => {
  it('is reminded of, then offered to the next role, once each, and approves nothing', async () => {
    await storeColleague(test.database, merchant, 'carmel', 'cfo');
    const { refund, answer } = await opened({ steps: ['lead'] });
    const remindAtMs = answer.openStep?.nextAtMs ?? 0;
    const due = (atMs: number) => refunds.project(refund.at(), { kind: 'step_due', step: 1, atMs });
    expect(await due(remindAtMs - 60_000)).toMatchObject({ openStep: { nextAtMs: remindAtMs } });
    const reminded = await due(remindAtMs);
    expect(reminded).toMatchObject({ applied: true, status: 'awaiting_approval' });
    const escalateAtMs = reminded.openStep?.nextAtMs ?? 0;
    expect(escalateAtMs).toBe(answer.openStep?.dueAtMs);
    expect(await due(escalateAtMs)).toMatchObject({ status: 'awaiting_approval', openStep: { nextAtMs: null } });
    await due(escalateAtMs);
    expect(await kindsOf(refund)).toEqual([
      'requested',
      'approval_requested',
      'approval_reminded',
      'approval_escalated',
    ]);
  });

  it('is answered the same way when the write is repeated, and told what is unsent', async () => {
    const { refund, answer } = await opened({ steps: ['lead'] });
    const at = refund.at();
    const move = { kind: 'step_due', step: 1, atMs: answer.openStep?.nextAtMs ?? 0 } as const;
    const first = await refunds.project(at, move);
    const again = await refunds.project({ ...at, version: at.version + 900 }, move);
    expect(again).toEqual({ ...first, messages: answer.messages });
    expect((await kindsOf(refund)).filter((kind) => kind === 'approval_reminded')).toHaveLength(1);
  });

  it('has its time moved, and its reminder never comes later', async () => {
    const { refund } = await opened({ steps: ['lead'] });
    const dueAtMs = Date.now() + 60_000;
    const command = await storeCommand(commands, merchant, refund, { name: 'changeDeadline' });
    const move = { kind: 'deadline', command, actor: merchant.lead.actor, dueAtMs, step: 1 } as const;
    expect(await refunds.project(refund.at(), move)).toMatchObject({ openStep: { dueAtMs, nextAtMs: dueAtMs } });
    expect(await refunds.project(refund.at(), { ...move, step: 2 })).toMatchObject({ refused: 'step_not_open' });
    expect(await written(refund.id)).toEqual(['deadline.changed']);
  });

  it('is cancelled, and the book says who did it; an operator who stops the process is not in it', async () => {
    const [{ refund }, { refund: stopped }] = [await opened({ steps: ['lead'] }), await opened({ steps: ['lead'] })];
    const command = await storeCommand(commands, merchant, refund, { name: 'cancelRefund' });
    const cancel = { kind: 'cancel', actor: merchant.lead.actor } as const;
    expect(await refunds.project(refund.at(), { ...cancel, command })).toMatchObject({ status: 'cancelled' });
    await refunds.project(stopped.at(), { ...cancel, command: null });
    expect(await written(refund.id)).toEqual(['refund.cancelled']);
    expect(await written(stopped.id)).toEqual([]);
    const [entry] = await rows(`SELECT owner, role, subject FROM audit_entry WHERE action = 'refund.cancelled'`);
    expect(entry).toEqual({ owner: 'noa', role: 'lead', subject: `rf_${refund.id.replaceAll('-', '')}` });
  });
});

/** Acts in the book of a refund. */
const written = async (refundId: string): Promise<readonly unknown[]> =>
  (await rows(`SELECT action FROM audit_entry WHERE chain = 'refund:${refundId}' ORDER BY no`)).map(
    (entry) => (entry as { action: string }).action,
  );

describe('approvers', () => {
  it('are told of what they may decide, alone or in a digest, and not of what was decided meanwhile', async () => {
    await reachable(merchant.lead, 'noa@shop.example');
    await reachable(merchant.manager, 'gil@shop.example', true);
    const [first, second] = [await opened({ steps: ['lead'] }), await opened({ steps: ['lead'] })];
    const [mail, ...others] = await messages.due(50);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'noa@shop.example', locale: 'en', test: true });
    expect(mail?.news.map(({ kind }) => kind)).toEqual(['approval_open', 'approval_open']);
    await messages.sent(mail?.ids ?? []);
    expect(await messages.due(50)).toEqual([]);

    const command = await storeCommand(commands, merchant, first.refund);
    await refunds.project(first.refund.at(), {
      ...{ kind: 'decision', command, step: 1, actor: merchant.lead.actor, outcome: 'approve', reasonCode: null },
      snapshotHash: first.refund.snapshotHash,
    });
    await write(`UPDATE staff_message SET next_try_at = now() WHERE status = 'queued'`);
    const [digest] = await messages.due(50);
    expect(digest).toMatchObject({ to: 'gil@shop.example' });
    expect(digest?.news).toHaveLength(1);
    await messages.failed(digest?.ids ?? [], true);
    expect(await rows(`SELECT person, status FROM staff_message ORDER BY person, status`)).toEqual([
      { person: 'gil', status: 'failed' },
      { person: 'gil', status: 'suppressed' },
      { person: 'noa', status: 'sent' },
      { person: 'noa', status: 'sent' },
    ]);
    expect(second.answer.status).toBe('awaiting_approval');
  });

  it('are told when a step is handed to them, and again when it comes back; the others are not', async () => {
    await reachable(merchant.lead, 'noa@shop.example');
    await reachable(merchant.manager, 'gil@shop.example');
    const { refund } = await opened({ steps: ['lead'] });
    await endAll();
    const steps = new ApprovalStepStore(test.database);
    const assign = (to: string | null) =>
      steps.assign(principalOf(merchant, merchant.lead), { refundId: refund.id, step: 1, to });
    await assign('gil');
    await assign('gil');
    expect(await told()).toEqual([['gil@shop.example', ['approval_assigned']]]);
    await assign(null);
    await assign('gil');
    expect(await told()).toEqual([['gil@shop.example', ['approval_assigned']]]);
  });

  it('are told that the day by which the law wants it paid comes near, each time, and when it has passed', async () => {
    await reachable(merchant.lead, 'noa@shop.example');
    const clocks = new DeadlineClockStore(test.database);
    const payBy = (days: number) => addDays(localDate(new Date().toISOString(), MIDDAY_ZONE), days);
    const { refund } = await opened({
      ...{ steps: ['lead'], statutory: true },
      ...{ payBy: payBy(5), timeZone: MIDDAY_ZONE },
    });
    await endAll();
    await clocks.tell(10);
    await clocks.tell(10);
    expect(await told()).toEqual([['noa@shop.example', ['pay_by_near']]]);
    for (const [days, kind] of [
      [2, 'pay_by_near'],
      [-1, 'pay_by_missed'],
    ] as const) {
      await write(
        `UPDATE refund SET pay_by = $2::date, pay_ends_at = $2::date + interval '1 day', clock_at = now() WHERE id = $1`,
        refund.id,
        payBy(days),
      );
      await clocks.tell(10);
      expect(await told()).toEqual([['noa@shop.example', [kind]]]);
    }
  });

  const endAll = (): Promise<unknown> => write(`UPDATE staff_message SET status = 'sent', ended_at = now()`);
  /** To whom which mail is due now; it counts as sent afterwards. */
  async function told(): Promise<readonly unknown[]> {
    const due = await messages.due(50);
    await messages.sent(due.flatMap(({ ids }) => ids));
    return due.map(({ to, news }) => [to, news.map(({ kind }) => kind)]);
  }
});
