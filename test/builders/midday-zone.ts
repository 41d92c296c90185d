/**
 * A time zone in which it is about noon now. No day begins or ends there while tests run, at whatever hour they do: what
 * happened a minute ago happened today, and today is the same day at the end of a test as at its beginning.
 */
export const MIDDAY_ZONE = zoneOfNoon(new Date());

function zoneOfNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  // The sign of these names is turned: east of Greenwich is minus.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${String(Math.abs(ahead))}`;
}
