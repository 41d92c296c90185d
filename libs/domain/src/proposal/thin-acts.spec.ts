import type { Role } from '../access/principal';
import { PROPOSAL_KINDS } from './proposal-kind';
import { thinActs, type Colleague } from './thin-acts';

const colleague = (person: string, ...roles: readonly Role[]): Colleague => ({ person, roles, signsIn: true });
const verdictsOf = (...house: readonly Colleague[]): Readonly<Record<string, string>> =>
  Object.fromEntries(thinActs(house).map(({ act, verdict }) => [act, verdict]));

describe('acts of two persons', () => {
  it('are all told of where one person does everything', () =>
    expect(verdictsOf(colleague('noa', 'finance', 'cfo', 'policy_owner', 'admin'))).toEqual(
      Object.fromEntries(PROPOSAL_KINDS.map((act) => [act, 'nobody'])),
    ));

  it('hang on two persons where there are two, whatever their roles', () => {
    const all = ['finance', 'policy_owner', 'admin'] as const;
    expect(verdictsOf(colleague('noa', ...all), colleague('gil', ...all))).toEqual(
      Object.fromEntries(PROPOSAL_KINDS.map((act) => [act, 'nobody_else'])),
    );
  });

  it('are not told of where any one person can be away', () => {
    const all = ['finance', 'policy_owner', 'admin'] as const;
    expect(thinActs(['noa', 'gil', 'dan'].map((person) => colleague(person, ...all)))).toEqual([]);
  });

  it('name who can propose and who can confirm', () =>
    expect(thinActs([colleague('ori', 'ops'), colleague('lea', 'lead')])).toContainEqual({
      ...{ act: 'release_breaker', proposers: ['ori'], confirmers: ['lea'], verdict: 'nobody_else' },
    }));

  it('count nobody for powers who comes by keys alone', () => {
    const machine: Colleague = { person: 'bot', roles: ['admin', 'policy_owner'], signsIn: false };
    const verdicts = verdictsOf(machine, colleague('noa', 'admin', 'policy_owner'), colleague('gil', 'policy_owner'));
    expect([verdicts['staff_power'], verdicts['api_key_power'], verdicts['publish_policy']]).toEqual([
      ...['nobody', 'nobody', undefined],
    ]);
  });
});
