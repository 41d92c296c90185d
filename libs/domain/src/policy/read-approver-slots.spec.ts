import { parsePolicy } from './parse-policy';
import { STANDARD_POLICY } from './standard-policy.builder';

const LAST = 'steps: [{ role: lead, hours: 8, then: manager }, { role: finance, hours: 16, then: cfo }] }';
const withLast = (step: string): string => STANDARD_POLICY.replace(LAST, `steps: [${step}, ${step}] }`);
const stepOf = (step: string): unknown => {
  const parsed = parsePolicy(withLast(step));
  if (parsed.kind === 'invalid') throw new Error(parsed.faults.map(({ detail }) => detail).join('; '));
  return parsed.policy.approval.ladder.at(-1)?.steps[0];
};
const faultsOf = (step: string): string[] => {
  const parsed = parsePolicy(withLast(step));
  return parsed.kind === 'invalid' ? parsed.faults.map(({ code, detail }) => `${code}: ${detail}`) : [];
};
const lead = { role: 'lead', team: null, limit: null };

describe('a step of a ladder', () => {
  it.each([
    ['{ role: lead, hours: 8, then: cfo }', { role: 'lead', hours: 8, then: 'cfo' }],
    ['{ team: returns, hours: 8 }', { role: 'lead', slots: [{ role: null, team: 'returns', limit: null }], needed: 1 }],
    [
      '{ role: finance, limit: 90000, hours: 8 }',
      { role: 'finance', slots: [{ role: 'finance', team: null, limit: 90_000 }], needed: 1 },
    ],
    ['{ oneOf: [lead, { team: vip }], hours: 8 }', { slots: [lead, { ...lead, role: null, team: 'vip' }], needed: 1 }],
    ['{ allOf: [lead, finance], hours: 8 }', { slots: [lead, { ...lead, role: 'finance' }], needed: 2 }],
    ['{ count: 2, of: [lead, lead, { limit: 5 }], hours: 8 }', { role: 'lead', needed: 2 }],
  ])('may ask by %s', (step, read) => expect(stepOf(step)).toMatchObject(read));

  it.each([
    ['{ hours: 8 }', 'policy_syntax: a step lacks role'],
    [
      '{ role: lead, allOf: [lead], hours: 8 }',
      'policy_syntax: a step says role and allOf, and only one of them counts',
    ],
    ['{ of: [lead], hours: 8 }', 'policy_syntax: of needs count'],
    ['{ count: 1, oneOf: [lead], hours: 8 }', 'policy_syntax: count needs of'],
    ['{ count: 3, of: [lead, lead], hours: 8 }', 'policy_syntax: count must be a whole number from 1 to 2'],
    ['{ allOf: [], hours: 8 }', 'policy_syntax: allOf names nobody'],
    ['{ oneOf: [warehouse], hours: 8 }', 'unknown_role: role must be one of lead, manager, cfo, finance'],
    ['{ oneOf: [{}], hours: 8 }', 'policy_syntax: an approver has a role, a team or a limit'],
    ['{ team: "VIP desk", hours: 8 }', 'policy_syntax: a team is named with a-z, 0-9, _ and -'],
    ['{ limit: 1.5, hours: 8 }', expect.stringContaining('amount_not_integer') as string],
  ])('is refused when it says %s', (step, fault) => expect(faultsOf(step)).toContainEqual(fault));

  it('may not ask for fewer approvals in the last rule than in one before it', () => {
    const text = STANDARD_POLICY.replace(
      'steps: [{ role: lead, hours: 8, then: manager }] }',
      'steps: [{ allOf: [lead, lead, finance], hours: 8 }] }',
    );
    const parsed = parsePolicy(text);
    expect(parsed).toMatchObject({ kind: 'invalid', faults: [{ code: 'ladder_gap' }] });
  });
});
