import { canonicalJson } from '../identity/canonical-json';
import type { DecidedRefund } from './decided-refund';
import { snapshotOf, type SnapshotIds } from './snapshot-of';

const ids: SnapshotIds = { merchantId: 'm', saleRef: 's', payeeHash: 'p', policyHash: 'h' };
const quote: DecidedRefund['quote'] = {
  currency: 'ILS',
  payout: 9468,
  lines: [{ ref: 'l1', units: 1, gross: 9966, tax: 1520 }],
  shipping: { gross: 0, tax: 0 },
  goodwill: 0,
  fee: 498,
  transfers: [{ paymentRef: 'pay-1', amount: 9468 }],
  backing: [{ paymentRef: 'pay-1', amount: 9468 }],
};
const decided = (overrides: Partial<DecidedRefund> = {}): DecidedRefund => ({
  quote,
  facts: { destination: 'original' } as DecidedRefund['facts'],
  statutory: true,
  deadlines: { right: 'none', cancelBy: null, cancelEndsAt: null, payBy: null, inTime: true },
  lawVersion: 'IL-1',
  approval: { machines: true, rule: 'auto', steps: [], silentUntil: null },
  return: { mode: 'none', days: 0, moneyOn: 'delivered', dueAt: null, items: [] },
  storeCredit: null,
  explanation: [],
  ...overrides,
});
const text = (refund: DecidedRefund, of = ids): string => canonicalJson(snapshotOf(refund, of));

describe('snapshotOf', () => {
  it('is the same for the same decision at another time', () =>
    expect(
      text(
        decided({
          deadlines: { right: 'open', cancelBy: null, cancelEndsAt: null, payBy: '2026-11-24', inTime: true },
        }),
      ),
    ).toBe(text(decided())));

  it.each<[string, DecidedRefund, SnapshotIds]>([
    ['an amount', decided({ quote: { ...quote, payout: 9469 } }), ids],
    ['a line', decided({ quote: { ...quote, lines: [{ ref: 'l2', units: 1, gross: 9966, tax: 1520 }] } }), ids],
    ['the fee', decided({ quote: { ...quote, fee: 0 } }), ids],
    ['the payment', decided({ quote: { ...quote, transfers: [{ paymentRef: 'pay-2', amount: 9468 }] } }), ids],
    ['the destination', decided({ facts: { destination: 'store_credit' } as DecidedRefund['facts'] }), ids],
    ['the bonus', decided({ storeCredit: { bonus: 5, months: 60 } }), ids],
    ['the law', decided({ lawVersion: 'IL-2' }), ids],
    ['the policy', decided(), { ...ids, policyHash: 'other' }],
    ['the payee', decided(), { ...ids, payeeHash: 'other' }],
  ])('changes with %s', (_what, refund, of) => expect(text(refund, of)).not.toBe(text(decided())));

  it('survives a round trip through the database', () =>
    expect(text(JSON.parse(JSON.stringify(decided())) as DecidedRefund)).toBe(text(decided())));
});
