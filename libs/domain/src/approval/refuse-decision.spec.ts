import {
  refuseDecision,
  type ApprovalFacts,
  type ApprovalStepFacts,
  type Decider,
  type DecisionAsk,
} from './refuse-decision';

const HASH = 'a'.repeat(64);
const openStep: ApprovalStepFacts = { no: 1, role: 'lead', escalatedTo: null, status: 'open', decision: null };
const refund = (more: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  status: 'awaiting_approval',
  statutory: false,
  snapshotHash: HASH,
  payout: 5_000,
  currency: 'ILS',
  machines: true,
  requesterOwner: 'dana',
  requestedBy: null,
  changedBy: null,
  steps: [openStep],
  ...more,
});
const noa: Decider = { owner: 'noa', role: 'lead', amountLimit: 10_000 };
const ask: DecisionAsk = { step: 1, outcome: 'approve', reasonCode: null, snapshotHash: HASH };
const codeFor = (facts: ApprovalFacts, decider: Decider = noa, asked = ask) =>
  refuseDecision(facts, decider, asked)?.code;
const approvedBy = (owner: string): ApprovalStepFacts => ({
  ...openStep,
  status: 'approved',
  decision: { outcome: 'approve', actor: 'key:ab12cd34', owner, at: '2026-11-04T10:00:00Z' },
});

describe('a decision', () => {
  it('is allowed for the right role, within the limit, by someone without a part in the refund', () =>
    expect(refuseDecision(refund(), noa, ask)).toBeNull());

  it('tells the loser of a race who won it', () =>
    expect(refuseDecision(refund({ status: 'processing', steps: [approvedBy('gil')] }), noa, ask)).toEqual({
      code: 'step_not_open',
      values: {
        step: 1,
        status: 'processing',
        decidedBy: 'key:ab12cd34',
        outcome: 'approve',
        decidedAt: '2026-11-04T10:00:00Z',
      },
    }));

  it('is too late after a cancel, and meaningless for a step that never was', () => {
    expect(codeFor(refund({ status: 'cancelled' }))).toBe('step_not_open');
    expect(codeFor(refund(), noa, { ...ask, step: 2 })).toBe('step_not_open');
    expect(codeFor(refund(), noa, { ...ask, step: 0 })).toBe('step_not_open');
  });

  it('is bound to what was shown', () =>
    expect(codeFor(refund(), noa, { ...ask, snapshotHash: 'b'.repeat(64) })).toBe('snapshot_changed'));

  it('needs a policy that lets keys decide', () =>
    expect(codeFor(refund({ machines: false }))).toBe('machines_may_not_decide'));

  it('is refused to the requester, to whom he named, and to an earlier approver', () => {
    expect(codeFor(refund({ requesterOwner: 'noa' }))).toBe('self_approval');
    expect(codeFor(refund({ requestedBy: 'noa' }))).toBe('self_approval');
    expect(codeFor(refund({ changedBy: 'noa' }))).toBe('self_approval');
    expect(codeFor(refund({ steps: [approvedBy('noa'), { ...openStep, no: 2 }] }), noa, { ...ask, step: 2 })).toBe(
      'self_approval',
    );
  });

  it('is open to a higher level, not to a lower one or to another role', () => {
    expect(codeFor(refund(), { ...noa, role: 'cfo' })).toBeUndefined();
    expect(codeFor(refund({ steps: [{ ...openStep, role: 'manager' }] }))).toBe('permission_missing');
    expect(codeFor(refund({ steps: [{ ...openStep, role: 'finance' }] }), { ...noa, role: 'cfo' })).toBeUndefined();
    expect(codeFor(refund({ steps: [{ ...openStep, role: 'finance' }] }), { ...noa, role: 'manager' })).toBe(
      'permission_missing',
    );
    expect(codeFor(refund(), { ...noa, role: 'warehouse' })).toBe('permission_missing');
    expect(codeFor(refund(), { ...noa, role: null })).toBe('permission_missing');
  });

  it('is open to the role that a silent step was escalated to', () =>
    expect(
      codeFor(refund({ steps: [{ ...openStep, role: 'finance', escalatedTo: 'manager' }] }), {
        ...noa,
        role: 'manager',
      }),
    ).toBeUndefined());

  it('rejects what the law grants only on a ground of the law', () => {
    const rejecting = (reasonCode: string) => ({ ...ask, outcome: 'reject' as const, reasonCode });
    const byLaw = refund({ statutory: true });
    expect(codeFor(byLaw, noa, rejecting('right_ended'))).toBeUndefined();
    expect(codeFor(byLaw, noa, rejecting('outside_policy'))).toBe('rejection_not_legal');
    expect(codeFor(byLaw, noa, rejecting('a-code-of-the-merchant'))).toBe('rejection_not_legal');
    expect(codeFor(byLaw)).toBeUndefined();
    expect(codeFor(refund(), noa, rejecting('a-code-of-the-merchant'))).toBeUndefined();
  });

  it('ends at the limit of the key', () => {
    expect(codeFor(refund({ payout: 10_000 }))).toBeUndefined();
    expect(codeFor(refund({ payout: 10_001 }))).toBe('limit_exceeded');
    expect(codeFor(refund(), { ...noa, amountLimit: null })).toBe('limit_exceeded');
  });
});
