import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';

const LONG_MS = 3_600_000;

describe('the repair of a refund whose money came back', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  afterAll(() => lab.close());

  const done = (status: string) => ({ kind: 'done', answer: { status, openStep: null } });
  const completed = async (changes: Parameters<RefundLab['start']>[0] = {}) => {
    const refund = await lab.start(changes);
    expect(await refund.result()).toBe('completed');
    return refund;
  };

  it('takes it to a person, tells the customer, pays anew by a transfer of its own, and completes', async () => {
    const refund = await completed({ tells: true });
    await refund.comesBack();
    await refund.stands('needs_review');
    expect(await refund.resolve('retry', 0)).toEqual(done('processing'));
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual([
      ...['requested', 'processing', 'completed'],
      ...['needs_review', 'processing', 'completed'],
    ]);
    expect(refund.row.transfers.map(({ status }) => status)).toEqual(['reversed', 'settled']);
    expect(lab.gateway.sent).toContain(`zr_${refund.row.transfers[1]?.id ?? ''}`);
    expect([...refund.row.messages.values()]).toMatchObject([
      { kind: 'refund_completed', status: 'sent' },
      { kind: 'refund_returned', status: 'sent' },
      { kind: 'refund_completed', status: 'sent' },
    ]);
    await costOf(refund, 'came-back-then-paid-anew');
  });

  it('keeps what settled beside it, and waits for news of what it pays anew', async () => {
    const refund = await completed({ transfers: [{ acts: ['settled'] }, { acts: ['settled'] }] });
    await refund.comesBack(['pending'], 1);
    await refund.stands('needs_review');
    await refund.resolve('retry', 1);
    await refund.stands('awaiting_gateway');
    await refund.webhook('settled', { index: 2 });
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'partly-came-back-then-paid-by-webhook');
  });

  it('goes back to the person when the gateway declines it, and tries under a new key', async () => {
    const refund = await completed();
    await refund.comesBack(['declined', 'settled']);
    await refund.stands('needs_review');
    await refund.resolve('retry', 0);
    await refund.stands('needs_review');
    await refund.resolve('retry', 1);
    expect(await refund.result()).toBe('completed');
    const anew = `zr_${refund.row.transfers[1]?.id ?? ''}`;
    expect(lab.gateway.sent.filter((sent) => sent.startsWith(anew))).toEqual([anew, `${anew}_2`]);
    await costOf(refund, 'came-back-then-declined');
  });

  it('ends unpaid when two persons say so', async () => {
    const refund = await completed({ tells: true });
    await refund.comesBack();
    await refund.stands('needs_review');
    expect(await refund.resolve('fail')).toEqual(done('failed'));
    expect(await refund.result()).toBe('failed');
    await costOf(refund, 'came-back-then-failed');
  });

  it('is one process for each time: money that comes back once more is repaired once more', async () => {
    const refund = await completed();
    await refund.comesBack();
    await refund.stands('needs_review');
    await refund.resolve('retry', 0);
    expect(await refund.result()).toBe('completed');
    await refund.comesBack(['settled'], 1);
    await refund.stands('needs_review');
    expect(refund.workflowId).toMatch(/^repair:.*:2$/);
    await refund.resolve('retry', 1);
    expect(await refund.result()).toBe('completed');
    expect(refund.row.transfers.map(({ status }) => status)).toEqual(['reversed', 'reversed', 'settled']);
  });

  it('cannot be cancelled, by nobody: the customer is owed money', async () => {
    const refund = await completed();
    await refund.comesBack();
    await refund.stands('needs_review');
    expect(await refund.cancel()).toEqual({ kind: 'refused', code: 'too_late' });
    await refund.handle.cancel();
    await refund.stands('needs_review');
    await refund.resolve('retry', 0);
    expect(await refund.result()).toBe('completed');
    expect(refund.row.notes).toContain('operator_cancel_ignored');
    await costOf(refund, 'came-back-cancelled-by-an-operator');
  });

  it('takes more money that comes back while it runs', async () => {
    const refund = await completed({ transfers: [{ acts: ['settled'] }, { acts: ['settled'] }], lookUpsMs: [LONG_MS] });
    await refund.comesBack(['settled'], 0);
    await refund.stands('needs_review');
    await refund.resolve('retry', 0);
    refund.row.transfers[1]!.status = 'reversed';
    const [, transfer] = refund.row.transfers;
    await refund.handle.signal('gatewayEvent', {
      eventId: 'e',
      transferId: transfer?.id,
      status: 'recorded',
      gatewayRefundId: 're',
      occurredAtMs: 1,
    });
    await refund.stands('needs_review');
    await refund.resolve('retry', 1);
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'came-back-in-two-parts');
  });

  it('ends at once when a later repair carries the refund', async () => {
    const refund = await completed();
    await refund.comesBack();
    refund.row.repairs = 2;
    expect(await lab.client.workflow.getHandle(refund.workflowId.replace(/2$/, '1')).result()).toBe('completed');
  });
});
