import { eventually } from './eventually';
import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';

describe('the approval of a refund', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  afterAll(() => lab.close());

  it('pays after one approval and answers the approver with the state that followed', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval', 1);
    expect(await refund.decide(1)).toEqual({ kind: 'done', answer: { status: 'processing', openStep: null } });
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'awaiting_approval', 'processing', 'completed']);
    // One write less than the reference: opening the refund is its first move too.
    expect(await costOf(refund, 'approved')).toEqual({ events: 24, tasks: 3, localWrites: 3 });
  });

  it('asks each level of the ladder in turn', async () => {
    const refund = await lab.start({ steps: 2 });
    await refund.stands('awaiting_approval', 1);
    expect(await refund.decide(1)).toEqual({ kind: 'done', answer: { status: 'awaiting_approval', openStep: 2 } });
    expect(await refund.decide(2)).toEqual({ kind: 'done', answer: { status: 'processing', openStep: null } });
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'approved-by-two');
  });

  it('waits for every approval that a step asks for, and takes as many at once', async () => {
    const refund = await lab.start({ steps: 1, needed: 2 });
    await refund.stands('awaiting_approval', 1);
    const outcomes = await Promise.all(['key:a', 'key:b', 'key:c'].map((actor) => refund.decide(1, 'approve', actor)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'done', 'refused']);
    expect(outcomes).toContainEqual({ kind: 'refused', code: 'step_not_open' });
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'approved-by-two-of-one-step');
  });

  it('reminds of a silent step, offers it to a higher role, and goes on waiting', async () => {
    const refund = await lab.start({ steps: 1, stepDueMs: [150, 400] });
    await refund.stands('awaiting_approval', 1);
    await eventually(async () => (refund.row.notes.length === 2 ? true : undefined), 'reminded and escalated');
    expect(refund.row.notes).toEqual(['reminded', 'escalated']);
    await refund.stands('awaiting_approval', 1);
    expect(await refund.decide(1)).toMatchObject({ kind: 'done' });
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'escalated-then-approved');
  });

  it('asks nobody again when the rows do not follow a reminder', async () => {
    const refund = await lab.start({ steps: 1, stepDueMs: [0, 100], silenceMs: 1_500 });
    refund.row.keepsStepDue = true;
    expect(await refund.result()).toBe('expired');
    expect(refund.row.notes.length).toBeLessThan(3);
  });

  it('ends with a rejection', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval');
    expect(await refund.decide(1, 'reject')).toEqual({ kind: 'done', answer: { status: 'rejected', openStep: null } });
    expect(await refund.result()).toBe('rejected');
    await costOf(refund, 'rejected');
  });

  it('expires when nobody decides, and never approves by silence', async () => {
    const refund = await lab.start({ steps: 1, silenceMs: 1_000 });
    expect(await refund.result()).toBe('expired');
    expect(refund.row.history).toEqual(['requested', 'awaiting_approval', 'expired']);
    expect(await costOf(refund, 'expired')).toEqual({ events: 14, tasks: 2, localWrites: 2 });
  });

  it('brings a statutory refund that nobody decided to a person, who may still cancel it', async () => {
    const refund = await lab.start({ steps: 1, silenceMs: 100, statutory: true });
    await refund.stands('needs_review');
    expect(await refund.decide(1)).toEqual({ kind: 'refused', code: 'step_not_open' });
    expect(await refund.cancel()).toEqual({ kind: 'done', answer: { status: 'cancelled', openStep: null } });
    expect(await refund.result()).toBe('cancelled');
    await costOf(refund, 'silent-statutory-then-cancelled');
  });

  it('refuses what cannot be decided, at no cost in events', async () => {
    const refund = await lab.start({ steps: 2 });
    await refund.stands('awaiting_approval', 1);
    const before = (await refund.history()).cost;
    expect(await refund.decide(2)).toEqual({ kind: 'refused', code: 'step_not_open' });
    expect(await refund.decide(1, 'approve', 'owner:asked')).toEqual({ kind: 'refused', code: 'self_approval' });
    expect(await refund.command('decide', { step: 1, outcome: 'approve', snapshotHash: 'b'.repeat(64) })).toEqual({
      kind: 'refused',
      code: 'snapshot_changed',
    });
    expect((await refund.history()).cost).toEqual(before);

    await refund.decide(1, 'approve', 'key:lead');
    expect(await refund.decide(2, 'approve', 'key:lead')).toEqual({ kind: 'refused', code: 'self_approval' });
    await refund.decide(2);
    expect(await refund.result()).toBe('completed');
  });

  it('takes a decision about what is shown although it does not know itself yet that it was written', async () => {
    lab.tables.losesOpenings = true;
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval', 1);
    const decided = refund.decide(1);
    await Promise.race([decided, refund.tookUpdates(1)]);
    lab.tables.losesOpenings = false;
    expect(await decided).toEqual({ kind: 'done', answer: { status: 'processing', openStep: null } });
    expect(await refund.result()).toBe('completed');
  });

  it('tells an approver who came too late at once, although the process still waits for its last mail', async () => {
    lab.tables.losesOpenings = true;
    lab.messages.isAway = true;
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval', 1);
    const cancelled = refund.cancel();
    await Promise.race([cancelled, refund.tookUpdates(1)]);
    const decided = refund.decide(1);
    await Promise.race([decided, refund.tookUpdates(2)]);
    lab.tables.losesOpenings = false;
    expect(await cancelled).toMatchObject({ kind: 'done', answer: { status: 'cancelled' } });
    expect(await decided).toEqual({ kind: 'refused', code: 'step_not_open' });
    lab.messages.isAway = false;
    expect(await refund.result()).toBe('cancelled');
  });

  it('lets the first of two decisions win', async () => {
    const refund = await lab.start({ steps: 2 });
    await refund.stands('awaiting_approval', 1);
    const outcomes = await Promise.all([refund.decide(1, 'approve', 'key:a'), refund.decide(1, 'approve', 'key:b')]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(outcomes).toContainEqual({ kind: 'refused', code: 'step_not_open' });
    expect(refund.row.step).toBe(2);
  });

  it('answers with the refusal of the rows and waits on', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval');
    refund.row.refuseNext = 'limit_exceeded';
    expect(await refund.decide(1)).toEqual({ kind: 'refused', code: 'limit_exceeded' });
    expect(await refund.decide(1)).toMatchObject({ kind: 'done' });
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'refused-by-the-rows-then-approved');
  });

  it('meets a repeated command with its first answer, also after the end', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval');
    const { snapshotHash } = refund.row;
    const decision = { step: 1, outcome: 'approve', snapshotHash, reasonCode: null };
    const first = await refund.command('decide', decision, 'command-1');
    expect(await refund.result()).toBe('completed');
    expect(await refund.command('decide', decision, 'command-1')).toEqual(first);
    expect(await refund.command('decide', decision, 'command-2')).toEqual({ kind: 'no_process' });
  });

  it('cancels while an approval is awaited', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval');
    expect(await refund.cancel()).toEqual({ kind: 'done', answer: { status: 'cancelled', openStep: null } });
    expect(await refund.result()).toBe('cancelled');
    await costOf(refund, 'cancelled');
  });

  it('cancels before its first step what was cancelled before it', async () => {
    const refund = lab.request();
    await lab.client.workflow.start('refundWorkflow', {
      workflowId: refund.workflowId,
      taskQueue: 'refunds',
      args: [refund.start().input],
      startDelay: '10 seconds',
    });
    expect(await refund.cancel()).toEqual({ kind: 'done', answer: { status: 'cancelled', openStep: null } });
    expect(await refund.result()).toBe('cancelled');
    expect(refund.row.history).toEqual(['requested', 'cancelled']);
    await costOf(refund, 'cancelled-before-the-first-step');
  });

  it('moves the deadline, within bounds', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval');
    const past = { dueAtMs: Date.now() - 1000 };
    expect(await refund.command('changeDeadline', past)).toEqual({ kind: 'refused', code: 'invalid_request' });
    expect(await refund.command('changeDeadline', { dueAtMs: Date.now() + 3_000 })).toMatchObject({ kind: 'done' });
    expect(await refund.result()).toBe('expired');
    await costOf(refund, 'deadline-moved-then-expired');
  });

  it('ends as cancelled when an operator cancels the workflow before money moved', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval');
    await refund.handle.cancel();
    await expect(refund.result()).rejects.toMatchObject({ cause: { name: 'CancelledFailure' } });
    expect(refund.row.status).toBe('cancelled');
    expect((await refund.handle.describe()).status.name).toBe('CANCELLED');
    await costOf(refund, 'cancelled-by-an-operator');
  });

  it('finishes the money when an operator cancels the workflow too late, and notes it', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    await refund.handle.cancel();
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    expect(refund.row.notes).toEqual(['operator_cancel_ignored']);
    await costOf(refund, 'cancelled-by-an-operator-too-late');
  });

  it('ends at once with the status of the row when it is reset after the end', async () => {
    const refund = await lab.start({ steps: 1 });
    await refund.stands('awaiting_approval');
    await refund.decide(1);
    expect(await refund.result()).toBe('completed');
    const sent = lab.gateway.sent.length;

    const runId = await refund.resetToStart();
    expect(await lab.client.workflow.getHandle(refund.workflowId, runId).result()).toBe('completed');
    expect(lab.gateway.sent).toHaveLength(sent);
  });

  it('goes straight to the money when it is reset past the approval', async () => {
    const refund = await lab.start({ steps: 1, transfers: [{ acts: ['pending'] }] });
    await refund.stands('awaiting_approval');
    await refund.decide(1);
    await refund.stands('awaiting_gateway');
    await refund.resetToStart();
    await refund.stands('awaiting_gateway');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    expect(lab.gateway.sent.filter((sent) => sent === `zr_${refund.row.transfers[0]!.id}`)).toHaveLength(1);
  });
});
