import type { Locale } from '@zikui/domain';

type Look = Readonly<{ locale: Locale; scheme: 'light' | 'dark' }>;

/**
 * How people may see a page. `npm test` sees each language and each scheme, Hebrew in the dark and English in the light;
 * `npm run screenshots`, whose pictures somebody looks through, sees every pair.
 */
export const LOOKS: readonly Look[] = (['he', 'en'] as const)
  .flatMap((locale) => (['light', 'dark'] as const).map((scheme) => ({ locale, scheme })))
  .filter(
    ({ locale, scheme }) => process.env['ZIKUI_SCREENSHOTS'] !== undefined || (locale === 'he') === (scheme === 'dark'),
  );

/** For what is long and the same in every look: once in the gate, in each where pictures are taken. */
export const ONE_LOOK: readonly Look[] = process.env['ZIKUI_SCREENSHOTS'] === undefined ? LOOKS.slice(0, 1) : LOOKS;
