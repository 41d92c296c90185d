import fc from 'fast-check';
import { ROLES, type Role } from '../access/principal';
import { PROPOSAL_ROLES } from './proposal-kind';
import { PROPOSAL_STATUSES } from './proposal-status';
import {
  refuseProposalDecision,
  type ProposalAsk,
  type ProposalDecider,
  type ProposalFacts,
} from './refuse-proposal-decision';

const hash = 'a'.repeat(64);
const proposal = (over: Partial<ProposalFacts> = {}): ProposalFacts => ({
  kind: 'resolution',
  status: 'open',
  payloadHash: hash,
  amount: 10_000,
  currency: 'ILS',
  proposedBy: 'key:finance1',
  proposerOwner: 'yael',
  parties: ['dana', 'c-1'],
  machines: true,
  decision: null,
  ...over,
});
const person = (owner: string, role: Role | null = 'lead', amountLimit: number | null = 50_000): ProposalDecider => ({
  owner,
  role,
  amountLimit,
});
const CONFIRM: ProposalAsk = { outcome: 'confirm', payloadHash: hash };
const REJECT: ProposalAsk = { outcome: 'reject', payloadHash: hash };
const codeOf = (facts: ProposalFacts, who: ProposalDecider, ask = CONFIRM): string | null =>
  refuseProposalDecision(facts, who, ask)?.code ?? null;

describe('who may decide a proposal', () => {
  it('a second person with the role and the limit', () => expect(codeOf(proposal(), person('noa'))).toBeNull());

  it.each([
    ['the person who proposed, whichever key he uses', 'yael'],
    ['the person who asked for the refund', 'dana'],
    ['the person who is paid', 'c-1'],
  ])('never %s', (_what, owner) => expect(codeOf(proposal(), person(owner))).toBe('second_person_needed'));

  it.each(ROLES)('the role %s by the matrix', (role) => {
    const expected = PROPOSAL_ROLES.resolution.confirm.includes(role) ? null : 'permission_missing';
    expect(codeOf(proposal(), person('noa', role))).toBe(expected);
    expect(codeOf(proposal(), person('noa', role), REJECT)).toBe(expected);
  });

  it('nobody without a role', () => expect(codeOf(proposal(), person('noa', null))).toBe('permission_missing'));

  it('nobody above his limit, nor without one', () => {
    expect(refuseProposalDecision(proposal(), person('noa', 'lead', 9_999), CONFIRM)).toEqual({
      code: 'limit_exceeded',
      values: { payout: 10_000, limit: 9_999, currency: 'ILS' },
    });
    expect(codeOf(proposal(), person('noa', 'lead', null))).toBe('limit_exceeded');
    expect(codeOf(proposal({ amount: null }), person('noa', 'lead', null))).toBeNull();
  });

  it('no key where the policy wants people', () =>
    expect(codeOf(proposal({ machines: false }), person('noa'))).toBe('machines_may_not_decide'));

  it('whoever proposed may take it back, with any role', () =>
    expect(codeOf(proposal(), person('yael', 'ops'), REJECT)).toBeNull());
});

describe('what may be decided', () => {
  it('what was seen', () =>
    expect(codeOf(proposal(), person('noa'), { ...CONFIRM, payloadHash: 'b'.repeat(64) })).toBe('snapshot_changed'));

  it('what was not decided before: the loser learns who won', () =>
    expect(
      refuseProposalDecision(
        proposal({
          status: 'rejected',
          decision: { outcome: 'reject', actor: 'key:gil', at: '2026-11-22T06:00:00.000Z' },
        }),
        person('noa'),
        CONFIRM,
      ),
    ).toEqual({
      code: 'proposal_not_open',
      values: { status: 'rejected', decidedBy: 'key:gil', outcome: 'reject', decidedAt: '2026-11-22T06:00:00.000Z' },
    }));

  it('nothing whose time is over, and nothing whose subject changed', () => {
    expect(codeOf(proposal({ status: 'expired' }), person('noa'))).toBe('proposal_not_open');
    expect(codeOf(proposal({ status: 'void' }), person('noa'))).toBe('proposal_void');
  });

  it('a confirmation is only ever given by another person than proposer and parties, while it is open', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...PROPOSAL_STATUSES),
        fc.constantFrom('yael', 'dana', 'c-1', 'noa', 'gil'),
        fc.constantFrom(...ROLES),
        fc.boolean(),
        (status, owner, role, machines) => {
          if (codeOf(proposal({ status, machines }), person(owner, role)) !== null) return;
          expect([status, machines, ['noa', 'gil'].includes(owner)]).toEqual(['open', true, true]);
        },
      ),
    ));
});
