import type { Locale } from '@zikui/domain/shown';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberChoice } from '../theme/choice';

const [FSI, PDI] = ['\u2068', '\u2069'];
/** Every value stands isolated in its sentence: ids, names and amounts of the other direction cannot turn it over. */
const isolated = (value: string): string => `${FSI}${value}${PDI}`;

const FILES = import.meta.glob<{ default: Record<string, unknown> }>('./*/*.json');

/** The texts of one feature in one language, loaded when a screen first needs them. */
const backend = {
  type: 'backend' as const,
  init: () => undefined,
  read: (language: string, feature: string, done: (error: unknown, texts: Record<string, unknown> | null) => void) => {
    const load = FILES[`./${language}/${feature}.json`];
    if (!load) {
      done(new Error(`There are no texts ${language}/${feature}`), null);
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error, null),
    );
  },
};

export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'he' ? 'rtl' : 'ltr');
/** As the server wrote the page. */
const localeOfPage = (): Locale => (document.documentElement.lang === 'he' ? 'he' : 'en');

export async function startTexts(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: localeOfPage(),
      fallbackLng: false,
      ns: ['shell', 'parts'],
      defaultNS: 'shell',
      interpolation: { escapeValue: true, escape: isolated },
      react: { useSuspense: true },
      returnEmptyString: false,
    });
}

/** Changes language and direction in place: what was typed stays. The choice is kept in a cookie for the server. */
export async function changeLanguage(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  rememberChoice('zikui-language', locale);
}
