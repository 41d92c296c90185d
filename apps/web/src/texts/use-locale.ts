import type { Locale } from '@zikui/domain/shown';
import { useTranslation } from 'react-i18next';

/** The language that the page speaks now. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'he' ? 'he' : 'en';
}

/** Of a text that the API gives in both languages, the one that is read. */
export const useSaid = (): ((text: Readonly<Record<Locale, string>>) => string) => {
  const locale = useLocale();
  return (text) => text[locale];
};
