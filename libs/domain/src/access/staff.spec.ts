import { merchantOfClaim, personOf, refuseOwnRights, rolesOfClaim } from './staff';

describe('roles from a claim', () => {
  it('are those of this merchant alone', () =>
    expect(rolesOfClaim(['demo:finance', 'lab:admin', 'demo:lead', 'finance', 'demo:king', 7], 'demo', {})).toEqual([
      'lead',
      'finance',
    ]));

  it('may be named by the provider’s own groups', () => {
    expect(rolesOfClaim('Refund Leads', 'demo', { 'Refund Leads': 'demo:lead' })).toEqual(['lead']);
    expect(rolesOfClaim(['toString', '__proto__'], 'demo', {})).toEqual([]);
  });

  it('are none where there is no claim', () => expect(rolesOfClaim(undefined, 'demo', {})).toEqual([]));
});

it('nobody changes his own rights', () => {
  expect(refuseOwnRights({ owner: 'dana@shop.test' }, 'dana@shop.test')?.code).toBe('second_person_needed');
  expect(refuseOwnRights({ owner: 'dana@shop.test' }, 'noa@shop.test')).toBeNull();
});

it('a person is one however his address is written', () =>
  expect(personOf(' Dana@Shop.Test ')).toBe(personOf('dana@shop.test')));

describe('the merchant of a claim', () => {
  it('is the only one in which it gives a role', () => {
    expect(merchantOfClaim(['demo:support', 'demo:lead', 'lab:king', 'lab'], {})).toBe('demo');
    expect(merchantOfClaim('Leads', { Leads: 'lab:lead' })).toBe('lab');
  });
  it('is for the person to say where there are several, and nobody knows it where there is none', () => {
    expect(merchantOfClaim(['demo:support', 'lab:support'], {})).toBeNull();
    expect(merchantOfClaim(['finance', 7], {})).toBeNull();
    expect(merchantOfClaim(undefined, {})).toBeNull();
  });
});
