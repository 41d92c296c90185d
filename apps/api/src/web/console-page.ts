import { escaped } from '../docs/html';
import type { Look } from './look';

export type ConsolePage = Readonly<{ template: string; look: Look; nonce: string; fonts: readonly string[] }>;

const NO_SCRIPT = {
  he: 'כדי להשתמש במסוף צריך להפעיל JavaScript בדפדפן.',
  en: 'The console needs JavaScript. Switch it on in your browser, then load this page again.',
} as const;

/** The page with language, direction and colours set, so that nothing jumps before its script runs. */
export function consolePage({ template, look: { locale, scheme }, nonce, fonts }: ConsolePage): string {
  const values: Readonly<Record<string, string>> = {
    lang: locale,
    dir: locale === 'he' ? 'rtl' : 'ltr',
    scheme,
    nonce,
    noscript: NO_SCRIPT[locale],
  };
  const preloads = fonts.map(
    (name) => `<link rel="preload" href="/console/${escaped(name)}" as="font" type="font/woff2" crossorigin>`,
  );
  return template
    .replaceAll(/%(lang|dir|scheme|nonce|noscript)%/g, (_, name: string) => escaped(values[name] ?? ''))
    .replace('</title>', `</title>\n    ${preloads.join('\n    ')}`);
}
