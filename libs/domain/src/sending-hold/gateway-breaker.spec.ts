import { countsAgainstGateway, opensBreaker, pauseMs } from './gateway-breaker';

describe('the breaker of an account at a gateway', () => {
  it.each([
    [{ failed: 4, answered: 0 }, false],
    [{ failed: 5, answered: 0 }, true],
    [{ failed: 5, answered: 5 }, true],
    [{ failed: 5, answered: 6 }, false],
    [{ failed: 500, answered: 501 }, false],
  ])('of %j opens: %s', (recent, opens) => expect(opensBreaker(recent)).toBe(opens));

  it('rests twice as long after each probe that fails, ten minutes at most', () =>
    expect([0, 1, 2, 3, 4, 5, 1_000].map((failed) => pauseMs(30_000, failed) / 1_000)).toEqual([
      30, 60, 120, 240, 480, 600, 600,
    ]));

  it('counts what speaks against the gateway, and never an answer that it gave', () => {
    for (const cause of ['time_out', 'connection_lost', 'server_error', 'no_connection'])
      expect(countsAgainstGateway(cause)).toBe(true);
    for (const cause of ['unlisted_refusal', 'wrong_amount', 'turned_away', 'no_answer', null, undefined, 503])
      expect(countsAgainstGateway(cause)).toBe(false);
  });
});
