import { parsePolicy } from '../policy/parse-policy';
import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import type { Role } from '../access/principal';
import { thinSteps } from './ladder-coverage';

const parsed = parsePolicy(STANDARD_POLICY);
const ladder = parsed.kind === 'valid' ? parsed.policy.approval.ladder : [];
const withLimit = (limit: number | null, name: string, ...roles: readonly Role[]) => ({
  person: name,
  authorities: roles.map((role) => ({
    ...{ person: name, role, teams: [], limit, delegation: null, approvedBefore: 0 },
  })),
});
const person = (name: string, ...roles: readonly Role[]) => withLimit(1_000, name, ...roles);
const verdicts = (...house: readonly ReturnType<typeof person>[]) =>
  thinSteps(ladder, house).map(({ rule, step, verdict }) => `${rule} ${step}: ${verdict}`);

describe('the coverage of a ladder', () => {
  it('tells of every step that nobody can decide', () =>
    expect(verdicts(person('noa', 'lead'), person('gil', 'lead'))).toEqual(['default 2: nobody']));

  it('tells of steps that hang on one person', () =>
    expect(verdicts(person('noa', 'lead'), person('gil', 'cfo'))).toEqual(['default 2: nobody_else']));

  it('is silent where somebody else can step in, also a person with several roles', () =>
    expect(verdicts(person('noa', 'lead', 'finance'), person('gil', 'manager', 'finance'))).toEqual([]));

  it('counts nobody without a limit', () =>
    expect(verdicts(withLimit(null, 'noa', 'cfo'))).toEqual([
      'lead 1: nobody',
      'default 1: nobody',
      'default 2: nobody',
    ]));
});
