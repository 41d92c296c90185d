import type { Locale } from '@zikui/domain/shown';
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

const listen = (changed: () => void): (() => void) => {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
};
const now = (): Locale => (i18next.language === 'he' ? 'he' : 'en');

/** The language that the page speaks now. Asks for no texts: every amount and every time on a page calls it. */
export const useLocale = (): Locale => useSyncExternalStore(listen, now);

/** Of a text that the API gives in both languages, the one that is read. */
export const useSaid = (): ((text: Readonly<Record<Locale, string>>) => string) => {
  const locale = useLocale();
  return (text) => text[locale];
};
