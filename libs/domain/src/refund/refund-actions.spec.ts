import type { Authority } from '../approval/approver';
import { judgeActions, type ActionFacts, type Onlooker } from './refund-actions';

const refund: ActionFacts = {
  status: 'awaiting_approval',
  statutory: false,
  snapshotHash: 'a'.repeat(64),
  payout: 5_000,
  currency: 'ILS',
  machines: false,
  requesterOwner: 'dana',
  requestedBy: null,
  changedBy: null,
  beneficiaries: [],
  steps: [{ no: 1, role: 'lead', slots: [], needed: 1, escalatedTo: null, status: 'open', decisions: [] }],
  attemptSent: false,
};
const authority = (limit: number): Authority => ({
  ...{ person: 'noa', role: 'lead', teams: [], limit, delegation: null, approvedBefore: 0 },
});
const noa: Onlooker = {
  owner: 'noa',
  role: 'lead',
  roles: ['lead'],
  person: 'staff',
  authorities: [authority(10_000)],
};
const dana: Onlooker = { owner: 'dana', role: 'support', roles: ['support'], person: 'staff', authorities: [] };
const codesFor = (onlooker: Onlooker, changes: Partial<ActionFacts> = {}): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    judgeActions({ ...refund, ...changes }, onlooker).map(({ action, refusal }) => [action, refusal?.code ?? null]),
  );

describe('what somebody may do about a refund', () => {
  it('is to decide for an approver, within his limit, and to cancel for who asked for it', () => {
    expect(codesFor(noa)).toEqual({
      ...{ approve: null, reject: null, assign: null, comment: null },
      ...{ cancel: 'permission_missing', resolve: 'permission_missing' },
    });
    expect(codesFor({ ...noa, authorities: [authority(4_999)] })).toMatchObject({ approve: 'limit_exceeded' });
    expect(codesFor(dana)).toMatchObject({ approve: 'permission_missing', cancel: null, comment: null });
    expect(codesFor({ ...dana, owner: 'yael' })).toMatchObject({ cancel: 'permission_missing' });
  });

  it('is never to approve what he asked for himself', () =>
    expect(codesFor({ ...noa, owner: 'dana' })).toMatchObject({ approve: 'self_approval', reject: 'self_approval' }));

  it('is to reject also what the law grants, on a ground of the law', () =>
    expect(codesFor(noa, { statutory: true })).toMatchObject({ reject: null }));

  it('ends with the step, and with the first call to a gateway', () => {
    expect(codesFor(noa, { status: 'processing', steps: [] })).toMatchObject({
      ...{ approve: 'step_not_open', assign: 'invalid_state' },
    });
    expect(codesFor(dana, { status: 'processing', attemptSent: true })).toMatchObject({ cancel: 'too_late' });
    expect(codesFor(dana, { status: 'cancelled' })).toMatchObject({ cancel: 'invalid_state' });
  });

  it('is to resolve for operations while it does not go on by itself', () => {
    const omer: Onlooker = { ...dana, owner: 'omer', role: 'ops', roles: ['ops'] };
    expect(codesFor(omer, { status: 'in_doubt' })).toMatchObject({ resolve: null });
    expect(codesFor(omer, { status: 'processing' })).toMatchObject({ resolve: 'invalid_state' });
  });
});
