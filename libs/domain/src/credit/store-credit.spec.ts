import { creditIssues, storeCreditBonus } from './store-credit';

describe('store credit', () => {
  it('adds the bonus rounded down', () => {
    expect(storeCreditBonus(9999, 500)).toBe(499);
    expect(storeCreditBonus(Number.MAX_SAFE_INTEGER, 500)).toBe(450359962737049);
    expect(storeCreditBonus(5000, 0)).toBe(0);
  });

  it('keeps refund and bonus in entries of their own', () => {
    expect(creditIssues(5000, 250)).toEqual([
      { kind: 'refund', amount: 5000 },
      { kind: 'bonus', amount: 250 },
    ]);
    expect(creditIssues(5000, 0)).toEqual([{ kind: 'refund', amount: 5000 }]);
  });
});
