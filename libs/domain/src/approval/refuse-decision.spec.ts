import type { ApproverSlot, Authority, Decider } from './approver';
import {
  judgeDecision,
  refuseDecision,
  type ApprovalFacts,
  type ApprovalStepFacts,
  type DecisionAsk,
  type StepDecision,
} from './refuse-decision';

const HASH = 'a'.repeat(64);
const openStep: ApprovalStepFacts = {
  ...{ no: 1, role: 'lead', slots: [], needed: 1 },
  ...{ escalatedTo: null, status: 'open', decisions: [] },
};
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
  beneficiaries: [],
  steps: [openStep],
  ...more,
});
const authority = (more: Partial<Authority> = {}): Authority => ({
  ...{ person: 'noa', role: 'lead', teams: [], limit: 10_000, delegation: null, approvedBefore: 0 },
  ...more,
});
const decider = (...own: readonly Partial<Authority>[]): Decider => ({ owner: 'noa', authorities: own.map(authority) });
const noa = decider({});
const ask: DecisionAsk = { step: 1, outcome: 'approve', reasonCode: null, snapshotHash: HASH };
const codeFor = (facts: ApprovalFacts, by: Decider = noa, asked = ask) => refuseDecision(facts, by, asked)?.code;
const approval = (owner: string, more: Partial<StepDecision> = {}): StepDecision => ({
  ...{ outcome: 'approve', actor: 'key:ab12cd34', owner, onBehalfOf: null, fits: [0], at: '2026-11-04T10:00:00Z' },
  ...more,
});
const approvedBy = (owner: string, more: Partial<StepDecision> = {}): ApprovalStepFacts => ({
  ...openStep,
  status: 'approved',
  decisions: [approval(owner, more)],
});
const slot = (more: Partial<ApproverSlot>): ApproverSlot => ({ role: null, team: null, limit: null, ...more });

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

  it('needs none of that from a person who signed in', () =>
    expect(codeFor(refund({ machines: false }), { ...noa, person: 'staff' })).toBeUndefined());

  it('is refused to the requester, to whom he named, and to an earlier approver', () => {
    expect(codeFor(refund({ requesterOwner: 'noa' }))).toBe('self_approval');
    expect(codeFor(refund({ requestedBy: 'noa' }))).toBe('self_approval');
    expect(codeFor(refund({ changedBy: 'noa' }))).toBe('self_approval');
    expect(codeFor(refund({ steps: [approvedBy('noa'), { ...openStep, no: 2 }] }), noa, { ...ask, step: 2 })).toBe(
      'self_approval',
    );
  });

  it('is open to a higher level, not to a lower one or to another role', () => {
    expect(codeFor(refund(), decider({ role: 'cfo' }))).toBeUndefined();
    expect(codeFor(refund({ steps: [{ ...openStep, role: 'manager' }] }))).toBe('permission_missing');
    expect(codeFor(refund({ steps: [{ ...openStep, role: 'finance' }] }), decider({ role: 'cfo' }))).toBeUndefined();
    expect(codeFor(refund({ steps: [{ ...openStep, role: 'finance' }] }), decider({ role: 'manager' }))).toBe(
      'permission_missing',
    );
    expect(codeFor(refund(), decider({ role: 'warehouse' }))).toBe('permission_missing');
    expect(codeFor(refund(), decider({ role: null }))).toBe('permission_missing');
  });

  it('is open to the role that a silent step was escalated to', () =>
    expect(
      codeFor(
        refund({ steps: [{ ...openStep, role: 'finance', escalatedTo: 'manager' }] }),
        decider({ role: 'manager' }),
      ),
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
    expect(codeFor(refund(), decider({ limit: null }))).toBe('limit_exceeded');
  });

  it('is refused to who is paid, by whatever name he is known, and to whoever writes a name another way', () => {
    expect(codeFor(refund({ beneficiaries: ['c-17', 'noa'] }))).toBe('self_approval');
    expect(codeFor(refund({ requestedBy: ' NOA ' }))).toBe('self_approval');
    expect(codeFor(refund({ requesterOwner: 'ＮＯＡ' }))).toBe('self_approval');
  });

  it('counts what was approved for the customer before: five small refunds are one large one', () => {
    expect(codeFor(refund(), decider({ approvedBefore: 5_000 }))).toBeUndefined();
    expect(refuseDecision(refund(), decider({ approvedBefore: 5_001 }), ask)).toEqual({
      code: 'limit_exceeded',
      values: { payout: 10_001, limit: 10_000, currency: 'ILS' },
    });
    const rejecting = { ...ask, outcome: 'reject', reasonCode: 'outside_policy' } as const;
    expect(codeFor(refund(), decider({ approvedBefore: 5_001 }), rejecting)).toBeUndefined();
  });
});

describe('a decision through a delegation', () => {
  const delegated = (more: Partial<Authority> = {}): Partial<Authority> => ({
    ...{ person: 'gil', role: 'manager', limit: 8_000, delegation: 'd-1' },
    ...more,
  });
  const ofManager = refund({ steps: [{ ...openStep, role: 'manager' }] });

  it('is made with what the delegator may decide, and says whose authority it was', () => {
    const verdict = judgeDecision(ofManager, decider({}, delegated()), ask);
    expect(verdict).toMatchObject({ kind: 'allowed', authority: { person: 'gil', delegation: 'd-1' }, missing: 0 });
  });

  it('uses his own authority where that is enough', () =>
    expect(judgeDecision(refund(), decider({}, delegated()), ask)).toMatchObject({ authority: { delegation: null } }));

  it('never reaches further than the delegator', () => {
    expect(codeFor({ ...ofManager, payout: 8_001 }, decider({ limit: 10_000 }, delegated()))).toBe('limit_exceeded');
    expect(codeFor(ofManager, decider({}, delegated({ role: 'lead' })))).toBe('permission_missing');
  });

  it('is refused when the delegator has a part in the refund himself', () => {
    expect(codeFor({ ...ofManager, requesterOwner: 'gil' }, decider({}, delegated()))).toBe('self_approval');
    expect(codeFor({ ...ofManager, beneficiaries: ['gil'] }, decider({}, delegated()))).toBe('self_approval');
  });

  it('counts as a decision of both: neither of them approves another step', () => {
    const second = (by: StepDecision) =>
      refund({
        steps: [
          { ...openStep, status: 'approved', decisions: [by] },
          { ...openStep, no: 2 },
        ],
      });
    const asked = { ...ask, step: 2 };
    expect(codeFor(second(approval('dan', { onBehalfOf: 'noa' })), noa, asked)).toBe('self_approval');
    expect(codeFor(second(approval('noa', { onBehalfOf: 'gil' })), noa, asked)).toBe('self_approval');
    expect(codeFor(second(approval('dan', { onBehalfOf: 'gil' })), noa, asked)).toBeUndefined();
  });
});

describe('a step that asks for several', () => {
  const both: ApprovalStepFacts = {
    ...openStep,
    slots: [slot({ role: 'lead' }), slot({ role: 'finance' })],
    needed: 2,
  };
  const missing = (step: ApprovalStepFacts, by: Decider = noa) => {
    const verdict = judgeDecision(refund({ steps: [step] }), by, ask);
    return verdict.kind === 'allowed' ? verdict.missing : verdict.refusal.code;
  };

  it('waits until each was filled by another person', () => {
    expect(missing(both)).toBe(1);
    expect(missing({ ...both, decisions: [approval('gil', { fits: [1] })] })).toBe(0);
  });

  it('tells whom it still waits for when an approval would bring it no further', () =>
    expect(refuseDecision(refund({ steps: [{ ...both, decisions: [approval('gil')] }] }), noa, ask)).toEqual({
      code: 'permission_missing',
      values: { permission: 'finance' },
    }));

  it('is rejected by any of those it asks for, whoever approved before', () => {
    const step = { ...both, decisions: [approval('gil')] };
    const rejecting = { ...ask, outcome: 'reject', reasonCode: 'outside_policy' } as const;
    expect(codeFor(refund({ steps: [step] }), noa, rejecting)).toBeUndefined();
    expect(codeFor(refund({ steps: [step] }), decider({ role: 'warehouse' }), rejecting)).toBe('permission_missing');
  });

  it('asks by team and by limit', () => {
    const team = { ...openStep, slots: [slot({ team: 'returns' })] };
    expect(missing(team)).toBe('permission_missing');
    expect(missing(team, decider({ teams: ['returns'] }))).toBe(0);
    const large = { ...openStep, slots: [slot({ limit: 10_001 })] };
    expect(missing(large)).toBe('permission_missing');
    expect(missing(large, decider({ limit: 10_001 }))).toBe(0);
    // Who may decide nothing belongs to no slot, however high his limit is.
    expect(missing(large, decider({ role: 'admin', limit: 10_001 }))).toBe('permission_missing');
  });

  it('takes the role that it was escalated to for any of its places', () =>
    expect(missing({ ...both, escalatedTo: 'cfo', decisions: [approval('gil')] }, decider({ role: 'cfo' }))).toBe(0));
});
