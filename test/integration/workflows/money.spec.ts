import { startRefund } from '@zikui/process-client';
import { snapshot } from '@zikui/workflows/contract';
import { eventually } from './eventually';
import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';

describe('the money of a refund', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  afterAll(() => lab.close());

  it('settles at once and completes in two workflow tasks', async () => {
    const refund = await lab.start();
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'completed']);
    expect(await costOf(refund, 'settled-at-once')).toEqual({ events: 15, tasks: 2, localWrites: 2 });
  });

  it('waits in review after a decline, and still takes the success that comes late', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['declined'] }] });
    await refund.stands('needs_review');
    expect(await costOf(refund, 'declined')).toEqual({ events: 14, tasks: 2, localWrites: 2 });

    expect(await refund.cancel()).toEqual({ kind: 'refused', code: 'too_late' });
    expect(await refund.webhook('settled')).toBe('signalled');
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'declined-then-settled-late');
  });

  it.each([
    ['declined', 'refused', 'needs_review'],
    ['pending', 'pending', 'awaiting_gateway'],
    ['in_doubt', 'unknown', 'in_doubt'],
  ] as const)(
    'goes on from what a lost task had heard, and nobody will tell again: %s',
    async (status, attempt, shown) => {
      const refund = lab.request();
      const [transfer] = refund.row.transfers;
      refund.row.move('processing');
      transfer!.status = status;
      transfer!.attempt.status = attempt;
      await startRefund(lab.client, refund.start(), 5000);
      await refund.stands(shown);
      await costOf(refund, `a-lost-task-heard-${status.replace('_', '-')}`);
    },
  );

  it('waits for the webhook of a pending transfer', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'awaiting_gateway', 'completed']);
    expect(await costOf(refund, 'pending-then-webhook')).toEqual({ events: 23, tasks: 3, localWrites: 3 });
  });

  it('takes the webhook that arrives during the call, and lets the call end', async () => {
    let answer = (): void => undefined;
    const until = new Promise<void>((resolve) => (answer = resolve));
    const refund = await lab.start({ transfers: [{ acts: ['pending'], until }] });
    await eventually(async () => (refund.row.transfers[0]!.status === 'sending' ? true : undefined), 'the call');
    await refund.webhook('settled');
    await eventually(async () => ((await refund.history()).cost.tasks >= 2 ? true : undefined), 'the news');
    answer();
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'webhook-during-the-call')).toEqual({ events: 19, tasks: 3, localWrites: 2 });
  });

  it('asks on schedule when no webhook comes, until one does', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }], lookUpsMs: [50, 60, 3_600_000] });
    await refund.stands('awaiting_gateway');
    await eventually(async () => ((await refund.tries()) >= 2 ? true : undefined), 'the look-ups');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'look-ups-then-webhook')).toEqual({ events: 28, tasks: 4, localWrites: 3 });
  });

  it('finds by a look-up that the money of an unanswered call has moved, and sends nothing again', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['moved_unknown'] }], lookUpsMs: [50, 100] });
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'in_doubt', 'completed']);
    expect(lab.gateway.sent.filter((sent) => sent === `zr_${refund.row.transfers[0]!.id}`)).toHaveLength(1);
    await costOf(refund, 'unknown-then-found');
  });

  it('sends again under the same key what a look-up proves to be lost', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['lost_unknown', 'settled'] }], lookUpsMs: [50, 100] });
    expect(await refund.result()).toBe('completed');
    const reference = `zr_${refund.row.transfers[0]!.id}`;
    expect(lab.gateway.sent.filter((sent) => sent === reference)).toEqual([reference, reference]);
    await costOf(refund, 'unknown-then-sent-again');
  });

  it('hands a pending transfer to a person when the schedule and the longest wait are over', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }], lookUpsMs: [50, 100], pendingLimitMs: 400 });
    await refund.stands('needs_review');
    await costOf(refund, 'pending-past-the-limit');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
  });

  it('waits for a pending transfer as long as its gateway says, not as long as the house does', async () => {
    const pendingLimitsMs = { stripe: 400, other: 3_600_000 };
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }], lookUpsMs: [50, 100], pendingLimitsMs });
    await refund.stands('needs_review');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
  });

  it('never calls an unanswered transfer declined: past the schedule it is in doubt before a person', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['lost_unknown'] }], lookUpsMs: [30, 60, 90] });
    await refund.stands('needs_review');
    expect(refund.row.transfers[0]!.status).toBe('in_doubt');
    await costOf(refund, 'unknown-past-the-schedule');
  });

  it('tries again what never left, without anybody noticing', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['not_reached', 'not_reached', 'settled'] }] });
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'not-reached-then-settled')).toEqual({ events: 15, tasks: 2, localWrites: 2 });
  });

  it('goes to a person when the gateway has no account, and on by itself when there is one', async () => {
    const refund = lab.request({ lookUpsMs: [2000, 3000] });
    refund.row.hasAccount = false;
    await startRefund(lab.client, refund.start(), 5000);
    await refund.stands('needs_review');
    refund.row.hasAccount = true;
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'no-account-then-settled');
  });

  it('may be cancelled in review while nothing was sent', async () => {
    const refund = lab.request();
    refund.row.hasAccount = false;
    await startRefund(lab.client, refund.start(), 5000);
    await refund.stands('needs_review');
    expect(await refund.cancel()).toMatchObject({ kind: 'done', answer: { status: 'cancelled' } });
    expect(await refund.result()).toBe('cancelled');
    expect(lab.gateway.sent).not.toContain(`zr_${refund.row.transfers[0]!.id}`);
    await costOf(refund, 'no-account-then-cancelled');
  });

  it('moves the transfers of two payments at once and completes when both have settled', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['settled'] }, { acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    await refund.webhook('settled', { index: 1 });
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'two-payments');
  });

  it('keeps a settled transfer when the other one is declined', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['settled'] }, { acts: ['declined'] }] });
    await refund.stands('needs_review');
    const { transfers } = await refund.handle.query(snapshot);
    expect(Object.values(transfers).sort()).toEqual(['declined', 'settled']);
  });

  it('takes one fact from a webhook that comes ten times', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }, { acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    await Promise.all(Array.from({ length: 10 }, () => refund.webhook('settled', { eventId: 'evt_1' })));
    await refund.webhook('settled', { index: 1 });
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history.filter((status) => status === 'completed')).toHaveLength(1);
  });

  it('waits for a transfer that is held, however long, and sends it once it is woken', async () => {
    const refund = lab.request({ lookUpsMs: [50, 100], pendingLimitMs: 50 });
    refund.row.transfers[0]!.held = true;
    await startRefund(lab.client, refund.start(), 5000);
    await refund.stands('processing');
    // Tells too early, or twice, change nothing: it is still held.
    await refund.tellHoldLifted();
    await refund.tellHoldLifted();
    await refund.stands('processing');
    expect(lab.gateway.sent).not.toContain(`zr_${refund.row.transfers[0]!.id}`);
    await refund.wake();
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'completed']);
    await costOf(refund, 'held-then-sent');
  });

  it('waits with store credit that a dispute holds, and issues it once it is woken', async () => {
    const refund = await lab.start({ storeCredit: true, steps: 1 });
    refund.row.transfers[0]!.held = true;
    await refund.stands('awaiting_approval', 1);
    await refund.decide(1);
    await refund.stands('needs_review');
    // Told too early, or twice, it looks again and waits on.
    await refund.tellHoldLifted();
    await eventually(async () => ((await refund.history()).cost.localWrites >= 4 ? true : undefined), 'the look');
    expect(refund.row.status).toBe('needs_review');
    await refund.wake();
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'held-store-credit');
  });

  it('takes news of a held transfer: a restored database may have forgotten that it moved', async () => {
    const refund = lab.request();
    refund.row.transfers[0]!.held = true;
    await startRefund(lab.client, refund.start(), 5000);
    await refund.stands('processing');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
  });

  it('ignores a signal that it cannot read', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    await refund.handle.signal('gatewayEvent', 'nonsense');
    await refund.handle.signal('gatewayEvent');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
  });

  it('issues store credit in one workflow task', async () => {
    const refund = await lab.start({ storeCredit: true });
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'store-credit')).toEqual({ events: 8, tasks: 1, localWrites: 2 });
  });

  it('loses nothing while the database is away, and goes on when it is back', async () => {
    const refund = await lab.start({ databaseAwayFor: 6 });
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'database-away')).toEqual({ events: 21, tasks: 3, localWrites: 2 });
  });
});
