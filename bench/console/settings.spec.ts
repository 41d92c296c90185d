import { readConsoleSettings } from './settings';

const read = (line: string) => readConsoleSettings(line === '' ? [] : line.split(' '));

describe('the words of the console bench', () => {
  it('measure a million refunds and ten thousand steps unless they say other numbers', () =>
    expect(read('')).toEqual({ refunds: 1_000_000, others: 200_000, waiting: 10_000, calls: 50, json: false }));

  it('take smaller numbers for a quick run, in which nobody else has more', () =>
    expect(read('--refunds 2000 --waiting 400 --calls 5 --json')).toEqual({
      ...{ refunds: 2_000, others: 2_000, waiting: 400, calls: 5, json: true },
    }));

  it('ask for help', () => expect(read('--help')).toBeUndefined());

  it.each(['--refunds 499', '--refunds many', '--waiting 99', '--calls 0', '--others=-1'])('are refused: %s', (line) =>
    expect(() => read(line)).toThrow(new RegExp(`^${line.split(/[ =]/)[0] ?? ''} takes a whole number`)),
  );
});
