import fc from 'fast-check';
import { PROPOSAL_KINDS, PROPOSAL_ROLES } from '../proposal/proposal-kind';
import { KILL_SWITCH_ROLES } from '../sending-hold/kill-switch';
import { PAYEE_ROLES } from '../bank-transfer/bank-account';
import { RESOLUTION_RULES } from '../resolution/resolution-action';
import {
  inRoleThatMay,
  isDecidingRole,
  PERMISSIONS,
  permissionsOf,
  refusePermission,
  rolesThatAllow,
  seesLinesOnly,
  seesPersons,
} from './permission';
import { ROLES, type Role } from './principal';

const roles = fc.uniqueArray(fc.constantFrom(...ROLES));

describe('what a person may do', () => {
  it('is what any of his roles may, and nothing more', () =>
    fc.assert(
      fc.property(roles, (held) =>
        expect([...permissionsOf(held)].sort()).toEqual(
          [...new Set(held.flatMap((role) => permissionsOf([role])))].sort(),
        ),
      ),
    ));

  it('is nothing without a role', () => expect(permissionsOf([])).toEqual([]));

  it('keeps those who look on from acting', () => {
    for (const name of permissionsOf(['auditor'])) expect(name).toMatch(/\.(read|follow|export|unmask)$/);
    expect(permissionsOf(['warehouse'])).toEqual(['refund.read', 'law.read']);
  });

  it('is asked of a key in its role as of a person in his roles', () => {
    for (const role of ROLES) {
      const expected =
        role === 'finance' ? null : { code: 'permission_missing', values: { permission: 'bank_file.make' } };
      expect(refusePermission({ role }, 'bank_file.make')).toEqual(expected);
      expect(refusePermission({ role: null, roles: [role] }, 'bank_file.make')).toEqual(expected);
    }
    expect(refusePermission({ role: null }, 'bank_file.make')?.code).toBe('permission_missing');
  });

  it('says the same as the rules that ask for a role themselves', () => {
    expect(new Set(PERMISSIONS['money.stop'])).toEqual(new Set(KILL_SWITCH_ROLES));
    expect(new Set(PERMISSIONS['payee.give'])).toEqual(new Set(PAYEE_ROLES));
    expect(new Set(PERMISSIONS['review.resolve'])).toEqual(
      new Set(Object.values(RESOLUTION_RULES).flatMap((rule) => rule.roles)),
    );
    const deciders: readonly Role[] = PERMISSIONS['proposal.decide'];
    for (const kind of PROPOSAL_KINDS)
      for (const role of [...PROPOSAL_ROLES[kind].propose, ...PROPOSAL_ROLES[kind].confirm])
        expect(deciders).toContain(role);
  });
});

describe('a person of several roles', () => {
  it('acts in the one in which he may', () => {
    const person = { role: 'support' as Role | null, roles: ['support', 'manager'] as readonly Role[] };
    const acting = inRoleThatMay(person, ({ role }) => (role === 'manager' ? null : 'no'));
    expect(acting.role).toBe('manager');
    expect(inRoleThatMay(person, () => 'no').role).toBe('support');
  });

  it('is a key where he has no list of roles', () => {
    expect(rolesThatAllow({ role: 'lead' }, 'refund.decide')).toEqual(['lead']);
    expect(inRoleThatMay({ role: null }, () => null)).toEqual({ role: null });
  });
});

describe('personal data', () => {
  it.each(ROLES)('is shown to %s as the matrix says', (role) =>
    expect(seesPersons({ role, roles: [role], person: 'staff' })).toBe(
      !['policy_owner', 'warehouse', 'ops', 'admin'].includes(role),
    ),
  );
  it('of a refund is its lines for a warehouse, and for nobody else', () => {
    expect(ROLES.filter((role) => seesLinesOnly({ role, roles: [role], person: 'staff' }))).toEqual(['warehouse']);
    expect(seesLinesOnly({ role: 'warehouse', roles: ['warehouse', 'support'], person: 'staff' })).toBe(false);
    expect(seesLinesOnly({ role: null })).toBe(false);
  });
  it('is shown to the merchant’s own systems', () => expect(seesPersons({ role: null })).toBe(true));
});

it('whoever decides over money, or over who does, is made so by two', () =>
  expect(ROLES.filter((role) => !isDecidingRole(role))).toEqual(['support', 'warehouse', 'ops', 'auditor']));
