import { instantBreach, pastInstantBreach } from './instant-rule';
import { jurisdictionBreach, timeZoneBreach } from './place-rule';

describe('an instant', () => {
  it.each([
    '2026-01-31T10:00:00Z',
    '2024-02-29T23:59:59.999+02:00',
    '1970-01-01T00:00:00Z',
    '2020-06-01T00:00:00-14:00',
  ])('%j has happened', (at) => expect(pastInstantBreach(at)).toBeNull());

  it.each([
    '2026-02-30T10:00:00Z',
    '2023-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-00-10T10:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:60:00Z',
    '2026-01-01T10:00:60Z',
    '2026-01-01T10:00:00',
    '2026-01-01',
    '2026-01-01 10:00:00Z',
    '2026-01-01T10:00:00+15:00',
    '2026-01-01T10:00:00+2',
    '1969-12-31T23:59:59Z',
    '+012026-01-01T10:00:00Z',
    'now',
    '',
    0,
    null,
    {},
  ])('%j is none', (at) => expect(pastInstantBreach(at)).not.toBeNull());

  it('may lie ahead only where things may be planned', () => {
    expect(pastInstantBreach('2199-01-01T00:00:00Z')?.rule).toBe('instant_not_past');
    expect(instantBreach('2199-01-01T00:00:00Z')).toBeNull();
    expect(instantBreach('9999-01-01T00:00:00Z')?.rule).toBe('instant');
  });

  it('has a day of grace, because clocks differ', () => {
    const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
    expect(pastInstantBreach(inHours(23))).toBeNull();
    expect(pastInstantBreach(inHours(25))?.rule).toBe('instant_not_past');
  });
});

describe('a place', () => {
  it.each(['Asia/Jerusalem', 'Europe/London', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', 'Asia/Kolkata'])(
    '%s is a zone',
    (zone) => expect(timeZoneBreach(zone)).toBeNull(),
  );
  it.each(['+03:00', 'Mars/Olympus', 'Asia/Jerusalem\u0000', '', 'x'.repeat(300), 3, null])('%j is none', (zone) =>
    expect(timeZoneBreach(zone)).not.toBeNull(),
  );
  it.each(['IL', 'other', 'EU-DE', 'EU-GR'])('%s has rules we know', (place) =>
    expect(jurisdictionBreach(place)).toBeNull(),
  );
  it.each(['EU', 'EU-UK', 'EU-XX', 'il', 'US', ''])('%j has none', (place) =>
    expect(jurisdictionBreach(place)).not.toBeNull(),
  );
});
