import { HELP, readChaosCommand } from '../../chaos/chaos-command';
import { FAULT_GROUPS } from '../../chaos/real/fault-table';

describe('npm run chaos', () => {
  it('storms for five minutes with everything unless told otherwise', () =>
    expect(readChaosCommand([])).toEqual({
      minutes: 5,
      seed: undefined,
      from: 1,
      groups: undefined,
      keep: false,
      shrinks: true,
      races: true,
    }));

  it('takes minutes, a seed, groups of faults', () =>
    expect(
      readChaosCommand(['--minutes', '30', '--seed', '7', '--faults', 'pg,worker', '--keep', '--no-shrink']),
    ).toEqual({
      minutes: 30,
      seed: 7,
      from: 1,
      groups: ['pg', 'worker'],
      keep: true,
      shrinks: false,
      races: false,
    }));

  it('leaves the races of whole processes out when told so', () =>
    expect(readChaosCommand(['--no-races'])?.races).toBe(false));

  it.each([
    [['--minutes', '0'], '--minutes'],
    [['--minutes', 'ten'], '--minutes'],
    [['--minutes', '1441'], '--minutes'],
    [['--seed', '-1'], '--seed'],
    [['--faults', 'pg,weather'], '--faults knows'],
    [['--storms'], '--storms'],
  ])('refuses %j and names the option', (args, name) => expect(() => readChaosCommand(args)).toThrow(name));

  it('shows help when asked, with every group', () => {
    expect(readChaosCommand(['--help'])).toBeUndefined();
    for (const group of FAULT_GROUPS) expect(HELP).toContain(group);
  });
});
