import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';
import type { RunningRefund } from './running-refund';

const LONG_MS = 3_600_000;

describe('what a person resolves', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  afterEach(() => (lab.gateway.isSilent = false));
  afterAll(() => lab.close());

  const referenceOf = ({ row }: RunningRefund, index = 0): string => `zr_${String(row.transfers[index]?.id)}`;
  const sentOf = (refund: RunningRefund, index = 0): string[] =>
    lab.gateway.sent.filter((sent) => sent.startsWith(referenceOf(refund, index)));
  const done = (status: string) => ({ kind: 'done', answer: { status, openStep: null } });

  it('sends a declined transfer again under a new key, and completes', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['declined', 'settled'] }] });
    await refund.stands('needs_review');
    expect(await refund.resolve('retry', 0)).toEqual(done('processing'));
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'needs_review', 'processing', 'completed']);
    expect(sentOf(refund)).toEqual([referenceOf(refund), `${referenceOf(refund)}_2`]);
    await costOf(refund, 'declined-then-retried');
  });

  it('sends it as often as a person wants, each time under another key', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['declined', 'declined', 'settled'] }] });
    await refund.stands('needs_review');
    await refund.resolve('retry', 0);
    await refund.stands('needs_review');
    await refund.resolve('retry', 0);
    expect(await refund.result()).toBe('completed');
    expect(new Set(sentOf(refund)).size).toBe(3);
  });

  it('sends a transfer in doubt again under its own key, after the gateway was asked', async () => {
    const refund = await lab.start({
      transfers: [{ acts: ['lost_unknown', 'settled'] }],
      lookUpsMs: [LONG_MS],
    });
    await refund.stands('in_doubt');
    await refund.resolve('retry', 0);
    expect(await refund.result()).toBe('completed');
    expect(sentOf(refund)).toEqual([referenceOf(refund), referenceOf(refund)]);
    await costOf(refund, 'in-doubt-then-retried');
  });

  it('finds by a retry that the money had moved, and sends nothing', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['moved_unknown'] }], lookUpsMs: [LONG_MS] });
    await refund.stands('in_doubt');
    await refund.resolve('retry', 0);
    expect(await refund.result()).toBe('completed');
    expect(sentOf(refund)).toHaveLength(1);
  });

  it('asks about a transfer that stays pending past its limit, and waits on for its news', async () => {
    const refund = await lab.start({
      transfers: [{ acts: ['pending'] }],
      lookUpsMs: [50],
      pendingLimitMs: 100,
    });
    await refund.stands('needs_review');
    expect(await refund.resolve('look_up', 0)).toEqual(done('needs_review'));
    expect(refund.row.notes).toEqual(['look_up found']);
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'pending-past-the-limit-then-looked-up');
  });

  it('asks the gateway now and goes on with what it says', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['moved_unknown'] }], lookUpsMs: [LONG_MS] });
    await refund.stands('in_doubt');
    expect(await refund.resolve('look_up', 0)).toEqual(done('completed'));
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'in-doubt-then-looked-up');
  });

  it('learns nothing from a gateway that does not answer, and stays as it is', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['lost_unknown'] }], lookUpsMs: [LONG_MS] });
    await refund.stands('in_doubt');
    lab.gateway.isSilent = true;
    expect(await refund.resolve('look_up', 0)).toEqual(done('in_doubt'));
    expect(refund.row.notes).toEqual(['look_up no_answer']);
    await refund.webhook('declined');
    await refund.stands('needs_review');
    await refund.resolve('fail');
    expect(await refund.result()).toBe('failed');
  });

  it('settles by the word of two, and completes', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['lost_unknown'] }], lookUpsMs: [LONG_MS] });
    await refund.stands('in_doubt');
    expect(await refund.resolve('mark_settled', 0)).toEqual(done('completed'));
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'in-doubt-then-marked-settled');
  });

  it('declines by the word of two after a look-up of its own, and may then be sent under a new key', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['lost_unknown', 'settled'] }], lookUpsMs: [LONG_MS] });
    await refund.stands('in_doubt');
    expect(await refund.resolve('mark_declined', 0)).toEqual(done('needs_review'));
    expect(refund.row.notes).toEqual(['mark_declined nothing']);
    await refund.resolve('retry', 0);
    expect(await refund.result()).toBe('completed');
    expect(sentOf(refund)).toEqual([referenceOf(refund), `${referenceOf(refund)}_2`]);
    await costOf(refund, 'marked-declined-then-retried');
  });

  it('takes a late success after it was marked declined, and moves nothing again', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['lost_unknown'] }], lookUpsMs: [LONG_MS] });
    await refund.stands('in_doubt');
    await refund.resolve('mark_declined', 0);
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    expect(sentOf(refund)).toHaveLength(1);
  });

  it('looks at the rows when they changed beside the story of its transfer', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    refund.row.reviewDue = true;
    const [transfer] = refund.row.transfers;
    const event = {
      eventId: 'e-1',
      transferId: transfer?.id,
      status: 'recorded',
      gatewayRefundId: 're',
      occurredAtMs: 1,
    };
    await refund.handle.signal('gatewayEvent', event);
    await refund.stands('needs_review');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'paid-by-an-older-attempt');
  });

  it('ends a refund of which only a part could be paid', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['settled'] }, { acts: ['declined'] }] });
    await refund.stands('needs_review');
    expect(await refund.resolve('close_short')).toEqual(done('completed'));
    expect(await refund.result()).toBe('completed');
    expect(refund.row.transfers.map(({ status }) => status)).toEqual(['settled', 'released']);
    await costOf(refund, 'closed-short');
  });

  it('fails a refund of which nothing was paid', async () => {
    const refund = await lab.start({ transfers: [{ acts: ['declined'] }], tells: true });
    await refund.stands('needs_review');
    expect(await refund.resolve('fail')).toEqual(done('failed'));
    expect(await refund.result()).toBe('failed');
    expect([...refund.row.messages.values()].map(({ kind }) => kind)).toContain('refund_cancelled');
    await costOf(refund, 'declined-then-failed');
  });

  it('asks the approvers again when nobody decided in time, also those who approved before', async () => {
    const refund = await lab.start({ steps: 1, statutory: true, silenceMs: 300 });
    await refund.stands('needs_review');
    expect(await refund.resolve('ask_approval')).toEqual({
      kind: 'done',
      answer: { status: 'awaiting_approval', openStep: 1 },
    });
    await refund.decide(1);
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'silent-then-asked-again');
  });

  it('comes back to the person when the approvers stay silent again', async () => {
    const refund = await lab.start({ steps: 1, statutory: true, silenceMs: 300 });
    await refund.stands('needs_review');
    await refund.resolve('ask_approval');
    await refund.stands('needs_review');
    await refund.resolve('fail');
    expect(await refund.result()).toBe('failed');
  });

  it('awaits goods again that did not come in time, and pays when they do', async () => {
    const goods = { mode: 'required', moneyOn: 'delivered', windowMs: 300, label: false } as const;
    const refund = await lab.start({ goods, statutory: true, silenceMs: LONG_MS });
    await refund.stands('needs_review');
    await refund.resolve('await_goods');
    await refund.stands('awaiting_return');
    await refund.awaitsGoods();
    await refund.scan('delivered');
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'goods-overdue-then-awaited-again');
  });

  it('is refused by the process while nobody has to resolve anything, and by the rows whenever they say so', async () => {
    const waiting = await lab.start({ steps: 1 });
    await waiting.stands('awaiting_approval', 1);
    expect(await waiting.resolve('fail')).toEqual({ kind: 'refused', code: 'invalid_state' });
    await waiting.cancel();

    const refund = await lab.start({ transfers: [{ acts: ['declined', 'settled'] }] });
    await refund.stands('needs_review');
    refund.row.refuseNext = 'over_refund';
    expect(await refund.resolve('retry', 0)).toEqual({ kind: 'refused', code: 'over_refund' });
    expect(sentOf(refund)).toHaveLength(1);
    await refund.resolve('retry', 0);
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'retry-refused-then-retried');
  });
});
