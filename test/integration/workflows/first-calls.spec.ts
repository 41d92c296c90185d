import { eventually } from './eventually';
import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';

describe('a gateway that is called within the task that asks for it', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  beforeEach(() => {
    lab.gateway.isBusy = false;
  });
  afterAll(() => lab.close());

  it('lets an approved refund settle and complete in one workflow task', async () => {
    const refund = await lab.start({ v: 3 });
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'completed']);
    expect(await costOf(refund, 'at-once-settled')).toEqual({ events: 10, tasks: 1, localWrites: 3 });
  });

  it('lets the customer be told within that task too', async () => {
    const refund = await lab.start({ v: 3, tells: true });
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'at-once-told')).toEqual({ events: 11, tasks: 1, localWrites: 4 });
  });

  it('waits for the webhook of what is pending', async () => {
    const refund = await lab.start({ v: 3, transfers: [{ acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'at-once-pending-then-webhook')).toEqual({ events: 18, tasks: 2, localWrites: 4 });
  });

  it('does not keep an approver waiting for it: after a decision the queue calls it', async () => {
    const refund = await lab.start({ v: 3, steps: 1 });
    await refund.stands('awaiting_approval');
    expect(await refund.decide(1, 'approve')).toMatchObject({ kind: 'done' });
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'at-once-approved')).toEqual({ events: 24, tasks: 3, localWrites: 3 });
  });

  it('leaves a declined transfer to a person', async () => {
    const refund = await lab.start({ v: 3, transfers: [{ acts: ['declined'] }] });
    await refund.stands('needs_review');
    await costOf(refund, 'at-once-declined');
  });

  it('is asked on schedule what became of a call without an answer, and sent nothing again', async () => {
    const refund = await lab.start({ v: 3, transfers: [{ acts: ['moved_unknown'] }], lookUpsMs: [50, 100] });
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'in_doubt', 'completed']);
    expect(lab.gateway.sent.filter((sent) => sent === `zr_${refund.row.transfers[0]!.id}`)).toHaveLength(1);
    await costOf(refund, 'at-once-unknown-then-found');
  });

  it('is called by its queue when it may not be called at once', async () => {
    lab.gateway.isBusy = true;
    const refund = await lab.start({ v: 3 });
    expect(await refund.result()).toBe('completed');
    expect(await costOf(refund, 'at-once-busy')).toEqual({ events: 16, tasks: 2, localWrites: 3 });
  });

  it('is called again by its queue when the first call never left', async () => {
    const refund = await lab.start({ v: 3, transfers: [{ acts: ['not_reached', 'settled'] }] });
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'at-once-not-reached');
  });

  it('moves the money once when its webhook comes while the call is out', async () => {
    let answer = (): void => undefined;
    const until = new Promise<void>((resolve) => (answer = resolve));
    const refund = await lab.start({ v: 3, transfers: [{ acts: ['settled'], until }] });
    await eventually(async () => (refund.row.transfers[0]!.status === 'sending' ? true : undefined), 'the call');
    await refund.webhook('settled');
    answer();
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'completed']);
    expect(lab.gateway.sent.filter((sent) => sent === `zr_${refund.row.transfers[0]!.id}`)).toHaveLength(1);
  });

  it('refuses a cancellation that comes while the call is out', async () => {
    let answer = (): void => undefined;
    const until = new Promise<void>((resolve) => (answer = resolve));
    const refund = await lab.start({ v: 3, transfers: [{ acts: ['pending'], until }] });
    await eventually(async () => (refund.row.transfers[0]!.status === 'sending' ? true : undefined), 'the call');
    const cancelled = refund.cancel();
    answer();
    expect(await cancelled).toEqual({ kind: 'refused', code: 'too_late' });
    await refund.stands('awaiting_gateway');
  });
});
