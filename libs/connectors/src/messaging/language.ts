import type { Locale } from '@zikui/domain';
import Handlebars from 'handlebars';
import { HTML_LAYOUT } from './layout.html';
import { TEXT_LAYOUT } from './layout.text';
import { EN_LAYOUT } from './texts/en.message-texts';
import { HE_LAYOUT } from './texts/he.message-texts';

/** How a page of each language is laid out. */
export const PAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  he: { lang: 'he', dir: 'rtl', start: 'right', end: 'left' },
  en: { lang: 'en', dir: 'ltr', start: 'left', end: 'right' },
};
export const TEST_MARKS: Readonly<Record<Locale, string>> = { he: HE_LAYOUT.testMark, en: EN_LAYOUT.testMark };

export const LAYOUTS = {
  html: Handlebars.create().compile(HTML_LAYOUT, { strict: true }),
  text: Handlebars.create().compile(TEXT_LAYOUT, { strict: true, noEscape: true }),
};
