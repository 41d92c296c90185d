import en from '../../texts/en/proposals.json';
import { fieldsOf } from './payload';

describe('what a proposal would carry out', () => {
  const namesOf = (of: Parameters<typeof fieldsOf>[0]): readonly string[] => fieldsOf(of).map(({ name }) => name);

  it('shows each amount in its currency, and nothing that the page tells elsewhere', () => {
    const payload = { action: 'mark_settled', transfer: 'tr_1', amount: 12_900, currency: 'ILS', moved: 4_000 };
    const fields = fieldsOf({ kind: 'resolution', payload: { ...payload, gatewayRefundId: null } });
    expect(fields.map(({ name, money }) => [name, money])).toEqual([
      ['amount', { amount: 12_900, currency: 'ILS' }],
      ['moved', { amount: 4_000, currency: 'ILS' }],
    ]);
  });

  it('says how a dispute ended, which its heading does not', () => {
    const payload = { action: 'lost', dispute: 'dp_1', funds: 'withdrawn', amount: 5_000, currency: 'ILS' };
    expect(namesOf({ kind: 'dispute_outcome', payload })).toEqual(['action', 'dispute', 'funds', 'amount']);
    expect(namesOf({ kind: 'bank_return', payload: { action: 'bank_return', statementRef: '7' } })).toEqual([
      'statementRef',
    ]);
  });

  it('keeps a currency that belongs to no amount, and what it has no name for', () => {
    const fields = fieldsOf({ kind: 'release_breaker', payload: { limit: 'merchantDay', currency: 'ILS', news: 1 } });
    expect(fields.map(({ name, isKnown }) => [name, isKnown])).toEqual([
      ['limit', true],
      ['currency', true],
      ['news', false],
    ]);
  });

  it.each(Object.keys(en.field))('knows the field %s by its name', (name) =>
    expect(fieldsOf({ kind: 'publish_policy', payload: { [name]: 'x' } })).toMatchObject([{ isKnown: true }]),
  );
});
