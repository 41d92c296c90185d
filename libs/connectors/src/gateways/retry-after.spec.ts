import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from './retry-after';

const NOW = Date.UTC(2026, 10, 29, 8, 49, 30);

describe('what a gateway asks for by Retry-After', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['a date of fixed length', 'Sun, 29 Nov 2026 08:49:37 GMT', 7_000],
    ['a date of RFC 850', 'Sunday, 29-Nov-26 08:49:37 GMT', 7_000],
    ['a date of asctime, which means GMT', 'Sun Nov 29 08:49:37 2026', 7_000],
    ['a date of asctime with a day of one digit', 'Tue Dec  1 08:49:30 2026', LONGEST_RETRY_AFTER_MS],
    ['more than a day', '999999999', LONGEST_RETRY_AFTER_MS],
    ['a date in years', 'Sun, 29 Nov 2099 08:49:37 GMT', LONGEST_RETRY_AFTER_MS],
  ])('is read from %s', (_what, header, ms) => expect(retryAfterMs(header, NOW)).toBe(ms));

  it.each([
    ['nothing', null],
    ['no header', undefined],
    ['an empty one', ''],
    ['no wait', '0'],
    ['a date that is over', 'Sun, 29 Nov 2026 08:49:29 GMT'],
    ['less than nothing', '-5'],
    ['a fraction', '1.5'],
    ['another notation of numbers', '0x10'],
    ['a date in another form', '2026-11-29T08:49:37Z'],
    ['a date in another zone', 'Sun, 29 Nov 2026 08:49:37 +0200'],
    ['a day that no month has', 'Sun, 77 Nov 2026 08:49:37 GMT'],
    ['words', 'soon'],
  ])('is nothing with %s', (_what, header) => expect(retryAfterMs(header, NOW)).toBeNull());

  it('is counted from now', () =>
    expect(retryAfterMs(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(50_000));
});
