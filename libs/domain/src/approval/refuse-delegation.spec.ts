import { refuseDelegation, type DelegationTerms } from './refuse-delegation';

const now = '2026-11-29T10:00:00Z';
const terms: DelegationTerms = { from: 'noa', to: 'gil', startsAt: now, endsAt: '2026-12-06T10:00:00Z' };
const refusal = (by: Parameters<typeof refuseDelegation>[0], more: Partial<DelegationTerms> = {}) =>
  refuseDelegation(by, { ...terms, ...more }, { now, isKnown: (person) => ['noa', 'gil', 'root'].includes(person) });
const noa = { owner: 'noa', role: 'lead' } as const;

describe('a delegation', () => {
  it("is of one's own authority; an administrator delegates that of others, and never to himself", () => {
    expect(refusal(noa)).toBeNull();
    expect(refusal({ owner: 'gil', role: 'cfo' })).toEqual({ kind: 'permission' });
    expect(refusal({ owner: 'root', role: 'admin' })).toBeNull();
    expect(refusal({ owner: 'root', role: 'admin' }, { to: 'root' })).toEqual({ kind: 'permission' });
  });

  it.each([
    ['/to', { to: ' NOA' }],
    ['/to', { to: 'stranger' }],
    ['/endsAt', { endsAt: now }],
    ['/endsAt', { endsAt: '2026-11-29T09:59:59Z', startsAt: '2026-11-01T00:00:00Z' }],
    ['/endsAt', { endsAt: '2027-03-01T10:00:00Z' }],
  ])('is refused at %s for %j', (pointer, more) =>
    expect(refusal(noa, more)).toMatchObject({ kind: 'field', pointer }),
  );
});
