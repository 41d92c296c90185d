/** An instant as every answer shows it, `2026-11-24T08:00:00.000Z`: inside JSON, PostgreSQL writes its own offset and digits. */
export const instantText = (instant: string): string => new Date(instant).toISOString();
export const instantTextOrNull = (instant: string | null): string | null =>
  instant === null ? null : instantText(instant);
