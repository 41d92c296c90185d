import type { Locale } from '@zikui/domain';

/** The better liked of our two languages by `Accept-Language` (RFC 9110, 12.5.4); English when neither is named. */
export function localeOf(header: string | undefined): Locale {
  if (header === undefined || header.length > 1_000) return 'en';
  const liked = { he: 0, en: 0 };
  for (const range of header.toLowerCase().split(',')) {
    const [, tag, quality = '1'] =
      /^\s*(he|iw|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/.exec(range) ?? [];
    if (tag === undefined) continue;
    const locale = tag === 'en' ? 'en' : 'he'; // `iw` is the old code of Hebrew, which Java still sends.
    liked[locale] = Math.max(liked[locale], Number(quality));
  }
  return liked.he > liked.en ? 'he' : 'en';
}
