import fc from 'fast-check';
import { REASONS } from '../quote/quote';
import { LIMIT_NAMES, passedLimits, watchedLimits, type AmountLimits } from './velocity-breaker';

const NONE: AmountLimits = {
  ...{ merchantHour: null, merchantDay: null, perStaffHour: null, perStaffDay: null },
  ...{ perReasonHour: {}, perReasonDay: {} },
};
const amount = fc.integer({ min: 0, max: 1_000 });
const limits: fc.Arbitrary<AmountLimits> = fc.record({
  merchantHour: fc.option(amount),
  merchantDay: fc.option(amount),
  perStaffHour: fc.option(amount),
  perStaffDay: fc.option(amount),
  perReasonHour: fc.constantFrom({}, { goodwill: 500 }, { late: 0 }),
  perReasonDay: fc.constantFrom({}, { goodwill: 300 }, { other: 1_000 }),
});
const asked = fc.record({
  staff: fc.boolean(),
  reason: fc.constantFrom(...REASONS),
  payout: fc.integer({ min: 1, max: 1_000 }),
  before: fc.record(Object.fromEntries(LIMIT_NAMES.map((name) => [name, amount])), { requiredKeys: [] }),
});

describe('limits of amounts', () => {
  it('are each passed exactly when what was refunded before and this refund come to more', () =>
    fc.assert(
      fc.property(limits, asked, (has, ask) => {
        const passed = passedLimits(has, ask).map(({ limit }) => limit);
        const own = Object.entries(has.perReasonDay).find(([reason]) => reason === ask.reason)?.[1];
        const sum = ask.before['perReasonDay'];
        expect(passed.includes('perReasonDay')).toBe(own !== undefined && sum !== undefined && sum + ask.payout > own);
        const day = ask.before['merchantDay'];
        expect(passed.includes('merchantDay')).toBe(
          has.merchantDay !== null && day !== undefined && day + ask.payout > has.merchantDay,
        );
      }),
    ));

  it('are passed by more the more was refunded before, never by less', () =>
    fc.assert(
      fc.property(limits, asked, fc.constantFrom(...LIMIT_NAMES), amount, (has, ask, name, more) => {
        const before = passedLimits(has, ask).map(({ limit }) => limit);
        const after = passedLimits(has, { ...ask, before: { ...ask.before, [name]: (ask.before[name] ?? 0) + more } });
        expect(after.map(({ limit }) => limit)).toEqual(expect.arrayContaining(before));
      }),
    ));

  it('of staff count for nobody else', () => {
    const has = { ...NONE, perStaffHour: 10, perStaffDay: 10 };
    const ask = { reason: 'late', payout: 5, before: { perStaffHour: 6, perStaffDay: 5 } };
    expect(passedLimits(has, { ...ask, staff: true })).toEqual([{ limit: 'perStaffHour', max: 10, used: 11 }]);
    expect(passedLimits(has, { ...ask, staff: false })).toEqual([]);
  });

  it('of a reason count for that reason alone', () => {
    const has = { ...NONE, perReasonHour: { goodwill: 10 } };
    const ask = { staff: false, payout: 11, before: { perReasonHour: 0 } };
    expect(passedLimits(has, { ...ask, reason: 'goodwill' })).toEqual([{ limit: 'perReasonHour', max: 10, used: 11 }]);
    expect(passedLimits(has, { ...ask, reason: 'late' })).toEqual([]);
  });

  it('need sums of their own only where the policy has them', () => {
    expect(watchedLimits(NONE)).toEqual([]);
    expect(watchedLimits({ ...NONE, merchantHour: 1, perStaffDay: 1 })).toEqual([]);
    expect(watchedLimits({ ...NONE, merchantDay: 0, perReasonDay: { late: 1 } })).toEqual([
      'merchantDay',
      'perReasonDay',
    ]);
  });
});
