import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';

const TO_CREDIT = { destination: 'store_credit', payee: null };
const BY_HAND = { destination: 'manual', payee: 'f0000000-0000-4000-8000-000000000001' };
const DECLINED = { transfers: [{ acts: ['declined'] }] } as const;

describe('money that goes elsewhere', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  afterAll(() => lab.close());
  const asked = { kind: 'done', answer: { status: 'awaiting_approval', openStep: 1 } };

  it('waits for the approvers, who decide over the new snapshot, and becomes store credit', async () => {
    const refund = await lab.start(DECLINED);
    await refund.stands('needs_review');
    const before = refund.row.snapshotHash;
    expect(await refund.resolve('change_destination', 0, TO_CREDIT)).toEqual(asked);
    const old = { step: 1, outcome: 'approve', actor: 'key:lead', snapshotHash: before, reasonCode: null };
    expect(await refund.command('decide', old)).toEqual({ kind: 'refused', code: 'snapshot_changed' });
    await refund.decide(1);
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual([
      ...['requested', 'processing', 'needs_review', 'awaiting_approval', 'processing', 'completed'],
    ]);
    await costOf(refund, 'declined-then-store-credit');
  });

  it('waits for a bank file without asking any gateway, and completes by the word of two', async () => {
    const refund = await lab.start(DECLINED);
    await refund.stands('needs_review');
    const sent = lab.gateway.sent.length;
    await refund.resolve('change_destination', 0, BY_HAND);
    await refund.decide(1);
    await refund.stands('processing');
    await refund.inBankFile(1);
    await refund.stands('awaiting_gateway');
    expect(await refund.resolve('mark_settled', 1)).toEqual({
      kind: 'done',
      answer: { status: 'completed', openStep: null },
    });
    expect(await refund.result()).toBe('completed');
    expect(lab.gateway.sent).toHaveLength(sent);
    await costOf(refund, 'declined-then-by-hand');
  });

  it('by hand is brought to a person when nothing happens for too long, in each of its states, and still ends well', async () => {
    const refund = await lab.start({ ...DECLINED, pendingLimitMs: 400 });
    await refund.stands('needs_review');
    await refund.resolve('change_destination', 0, BY_HAND);
    await refund.decide(1);
    await refund.stands('needs_review');
    expect(refund.row.history.slice(-2)).toEqual(['processing', 'needs_review']);
    await refund.inBankFile(1);
    await refund.resolve('mark_settled', 1);
    expect(await refund.result()).toBe('completed');
  });

  it('asks nobody any more once its first way succeeded after all: a person ends it, and no credit is issued', async () => {
    const refund = await lab.start(DECLINED);
    await refund.stands('needs_review');
    expect(await refund.resolve('change_destination', 0, TO_CREDIT)).toEqual(asked);
    await refund.standInReleased(1);
    await refund.stands('needs_review');
    expect(await refund.decide(1)).toMatchObject({ kind: 'refused', code: 'step_not_open' });
    expect(await refund.resolve('fail')).toMatchObject({ kind: 'done', answer: { status: 'failed' } });
    expect(await refund.result()).toBe('failed');
    expect(refund.row.history.slice(-3)).toEqual(['awaiting_approval', 'needs_review', 'failed']);
    expect(refund.row.transfers.map(({ status }) => status)).toEqual(['released', 'released']);
    await costOf(refund, 'first-way-paid-while-approvers-are-asked');
  });

  it('that a bank declined goes elsewhere again', async () => {
    const refund = await lab.start(DECLINED);
    await refund.stands('needs_review');
    await refund.resolve('change_destination', 0, BY_HAND);
    await refund.decide(1);
    await refund.stands('processing');
    await refund.inBankFile(1);
    await refund.stands('awaiting_gateway');
    await refund.resolve('mark_declined', 1);
    await refund.stands('needs_review');
    await refund.resolve('change_destination', 1, TO_CREDIT);
    await refund.decide(1, 'approve', 'key:approver9');
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'by-hand-declined-then-store-credit');
  });
});
