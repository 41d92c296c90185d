import { percentile, reportOf, reportText } from '../../chaos/real/report';
import { isGood } from '../../chaos/real/run-set';
import { SOMETIMES } from '../../chaos/real/sometimes';
import type { StormResult } from '../../chaos/real/storm';
import { planOf } from '../../chaos/real/storm-plan';

const result = (changes: Partial<StormResult> = {}): StormResult => ({
  plan: planOf(1),
  broken: [],
  refunds: 19,
  calls: 341,
  unknowns: 14,
  strikes: new Map([['pg.crashed', 1]]),
  reached: new Set(SOMETIMES),
  recoveries: [{ fault: 'pg.crashed', ms: 4_500 }],
  quietAfterMs: 6_000,
  ms: 17_000,
  ...changes,
});

describe('the report of storms', () => {
  it('tells seeds, refunds, what was never heard, faults and recovery times', () => {
    const text = reportText(reportOf([result(), result()], [], Date.now()));
    expect(text).toContain('2 seeds (1, 1), 38 refunds, 682 calls.');
    expect(text).toContain('28 answers were never heard');
    expect(text).toContain('| pg.crashed | 2 | 2 | 4.5 | 4.5 | 4.5 |');
    expect(text).toContain('Nothing of the list was missed.');
  });

  it('is not good when something of the sometimes-list was never met', () => {
    const report = reportOf([result({ reached: new Set(SOMETIMES.slice(1)) })], [], Date.now());
    expect(report.neverReached).toEqual([SOMETIMES[0]]);
    expect(isGood(report)).toBe(false);
    expect(reportText(report)).toContain(`Never reached: ${SOMETIMES[0]}`);
  });

  it('is not good when a seed failed, and tells what broke and how often it failed again', () => {
    const failed = {
      plan: planOf(1),
      broken: ['audit A1'],
      again: [7, 20] as const,
      file: 'test/chaos/seeds/seed-1.json',
    };
    const report = reportOf([result({ broken: ['audit A1'] })], [failed], Date.now());
    expect(isGood(report)).toBe(false);
    expect(reportText(report)).toContain('It failed again in 7 of 20 runs.');
    expect(reportText(report)).toContain('- audit A1');
  });

  it('is good otherwise', () => expect(isGood(reportOf([result()], [], Date.now()))).toBe(true));

  it('gives percentiles of few values', () => {
    expect([0.5, 0.95, 1].map((share) => percentile([30, 10, 20], share))).toEqual([20, 30, 30]);
    expect(percentile([], 0.5)).toBeNull();
  });
});
