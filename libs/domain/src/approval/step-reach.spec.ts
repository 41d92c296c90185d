import type { Role } from '../access/principal';
import type { Authority } from './approver';
import type { ApprovalStepFacts } from './refuse-decision';
import { canBeDecided, reachOf, type HouseApprover } from './step-reach';

const step: ApprovalStepFacts = {
  ...{ no: 1, role: 'lead', slots: [], needed: 1, escalatedTo: null, status: 'open', decisions: [] },
};
const refund = (more: object = {}) => ({
  ...{ payout: 5_000, requesterOwner: 'dana', requestedBy: null, changedBy: null, beneficiaries: [], steps: [step] },
  ...more,
});
const approver = (person: string, role: Role, more: Partial<Authority> = {}, isAbsent = false): HouseApprover => ({
  person,
  isAbsent,
  authorities: [{ ...{ person, role, teams: [], limit: 10_000, delegation: null, approvedBefore: 0 }, ...more }],
});

describe('whether a step can be decided by those who are there', () => {
  const can = (house: readonly HouseApprover[], asked = step, more: object = {}) =>
    canBeDecided(refund({ steps: [asked], ...more }), asked, house);

  it('needs somebody in the role, with the limit, without a part in it, and present', () => {
    expect(can([approver('noa', 'lead')])).toBe(true);
    expect(can([approver('noa', 'finance')])).toBe(false);
    expect(can([approver('noa', 'lead', { limit: 4_999 })])).toBe(false);
    expect(can([approver('noa', 'lead', { approvedBefore: 6_000 })])).toBe(false);
    expect(can([approver('dana', 'lead')])).toBe(false);
    expect(can([approver('noa', 'lead')], step, { beneficiaries: ['noa'] })).toBe(false);
    expect(can([approver('noa', 'lead', {}, true)])).toBe(false);
  });

  it('is possible again for the role that it was escalated to', () =>
    expect(can([approver('gil', 'manager')], { ...step, role: 'finance', escalatedTo: 'manager' })).toBe(true));

  it('counts a delegation of who is away, unless he has a part in it himself', () => {
    const deputy = approver('guy', 'finance', { person: 'noa', role: 'lead', delegation: 'd-1' });
    expect(can([deputy])).toBe(true);
    expect(can([deputy], step, { requestedBy: 'noa' })).toBe(false);
  });

  it('needs as many persons as approvals', () => {
    const lead = { role: 'lead', team: null, limit: null } as const;
    const two: ApprovalStepFacts = { ...step, slots: [lead, lead], needed: 2 };
    expect(can([approver('noa', 'lead')], two)).toBe(false);
    expect(can([approver('noa', 'lead'), approver('gil', 'manager')], two)).toBe(true);
    expect(reachOf(refund({ steps: [two] }), two, [approver('noa', 'lead'), approver('dana', 'lead')])).toEqual([
      'noa',
    ]);
  });
});
