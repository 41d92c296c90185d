import { readBenchSettings } from './settings';

const read = (line: string): ReturnType<typeof readBenchSettings> => readBenchSettings(line.split(' '));

describe('npm run bench', () => {
  it('measures everything unless told otherwise, and for the gate the counts alone', () => {
    expect(readBenchSettings([])).toMatchObject({
      ...{ quick: false, json: false, repetitions: 5, refunds: 160, concurrencies: [1, 16, 64], latenciesMs: [20, 0] },
      ...{ waiting: 10_000, stored: 1_000_000, profiles: undefined },
    });
    expect(read('--quick --json')).toMatchObject({
      ...{ quick: true, json: true, repetitions: 1, refunds: 60, concurrencies: [16], latenciesMs: [20] },
    });
  });

  it('takes numbers, lists and a folder', () =>
    expect(read('--refunds 7 --clients 1,8 --latencies 0,50 --profiles .cache/profiles')).toMatchObject({
      ...{ refunds: 7, concurrencies: [1, 8], latenciesMs: [0, 50], profiles: '.cache/profiles' },
    }));

  it.each([
    ['--refund 7', '--refund'],
    ['--refunds', '--refunds'],
    ['--refunds 1,2', '--refunds takes a whole number'],
    ['--refunds 0', '--refunds takes a whole number'],
    ['--clients 1,x', '--clients takes a whole number'],
    ['--clients 0', '--clients takes a whole number'],
    ['--clients 1,2,3,4,5,6,7,8,9,10,11', '--clients takes 10 numbers'],
    ['--latencies -1', '--latencies'],
    ['quick', 'quick'],
  ])('refuses `%s` and names the option', (line, named) => expect(() => read(line)).toThrow(named));

  it('shows help when asked', () => expect(read('--quick --help')).toBeUndefined());
});
