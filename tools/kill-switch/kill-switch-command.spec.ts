import { readKillSwitchCommand } from './kill-switch-command';

describe('the command of the kill switch of the house', () => {
  it('reads who stops what, and why', () =>
    expect(readKillSwitchCommand(['on', '--reason', 'Incident', '--by', 'ron', '--gateway', 'stripe'])).toEqual({
      on: true,
      gateway: 'stripe',
      reason: 'Incident',
      by: 'ron',
    }));

  it('reads the two who let it flow again', () =>
    expect(readKillSwitchCommand(['off', '--by', 'yael', '--confirmed-by', 'noa'])).toEqual({
      on: false,
      gateway: null,
      by: 'yael',
      confirmedBy: 'noa',
    }));

  it.each([
    [['maybe', '--by', 'ron'], 'on'],
    [['on', '--by', 'ron'], '--reason'],
    [['on', '--reason', 'x'], '--by'],
    [['off', '--by', 'yael'], '--confirmed-by'],
    [['on', '--by', 'ron', '--reason', 'x', '--gateway', 'nobody'], '--gateway'],
    [['on', '--by', 'ron', '--reason', 'x'.repeat(2_001)], '--reason'],
    [['on', 'off', '--by', 'ron', '--reason', 'x'], 'on'],
  ])('refuses %j and names what is wrong', (words, named) => expect(() => readKillSwitchCommand(words)).toThrow(named));

  it('helps whoever says nothing', () => expect(readKillSwitchCommand([])).toBeUndefined());
});
