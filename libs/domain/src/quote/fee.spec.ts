import { feeRule } from './fee';
import { feeTaxOf } from './fee-tax';

describe('feeRule', () => {
  const terms = { bps: 500, max: 10_000, feesBefore: 0, lawCap: null };

  it('takes the share, rounded down', () => expect(feeRule(terms)(9966)).toBe(498));
  it('counts the maximum once per sale', () => {
    expect(feeRule(terms)(1_000_000)).toBe(10_000);
    expect(feeRule({ ...terms, feesBefore: 9_900 })(1_000_000)).toBe(100);
    expect(feeRule({ ...terms, feesBefore: 10_001 })(1_000_000)).toBe(0);
  });
  it('knows no maximum where the policy names none', () =>
    expect(feeRule({ ...terms, max: null })(1_000_000)).toBe(50_000));
  it('bows to the cap of the law', () => {
    expect(feeRule({ ...terms, lawCap: 100 })(9966)).toBe(100);
    expect(feeRule({ ...terms, lawCap: 0 })(9966)).toBe(0);
  });
});

describe('feeTaxOf', () => {
  const lines = [
    { kind: 'goods', gross: 9966, tax: 1520 },
    { kind: 'digital', gross: 5000, tax: 0 },
  ];
  it('is the share of the tax of the lines it was kept of', () => expect(feeTaxOf(498, lines)).toBe(76));
  it('is nothing without a fee, without such lines, and where fees bear no tax', () => {
    expect(feeTaxOf(0, lines)).toBe(0);
    expect(feeTaxOf(498, [])).toBe(0);
    expect(feeTaxOf(498, lines, false)).toBe(0);
  });
});
