import { learnServerTime, serverNow } from './server-clock';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const httpDate = (ms: number): string => new Date(ms).toUTCString();

describe('the clock of the server', () => {
  afterEach(() => learnServerTime(httpDate(NOW), NOW));

  it('is taken from the Date of an answer, however far this machine is off', () => {
    for (const offMs of [3_600_000, -86_400_000]) {
      learnServerTime(httpDate(NOW + offMs), NOW);
      expect(serverNow(NOW + 5_000)).toBe(NOW + offMs + 5_000);
    }
  });

  it('is this machine’s own where they differ by less than a Date can tell', () => {
    learnServerTime(httpDate(NOW + 1_000), NOW);
    expect(serverNow(NOW)).toBe(NOW);
  });

  it('goes on as it was after an answer without a Date, or with one that is none', () => {
    learnServerTime(httpDate(NOW + 60_000), NOW);
    for (const none of [null, '', 'soon']) learnServerTime(none, NOW);
    expect(serverNow(NOW)).toBe(NOW + 60_000);
  });
});
