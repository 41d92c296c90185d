import { useComputedColorScheme, useDirection, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icons';
import { changeLanguage, directionOf } from '../texts/language';
import { useLocale } from '../texts/use-locale';
import styles from './shell.module.css';

/** To the other language, in place. Its own name is written in it, for whoever does not read this one. */
export function LanguageSwitch(): ReactNode {
  const change = useOtherLanguage();
  const other = useLocale() === 'he' ? 'en' : 'he';
  return (
    <button type="button" className={styles.tool} lang={other} onClick={change}>
      <Icon name="IconLanguage" />
      <span>{other === 'he' ? 'עברית' : 'English'}</span>
    </button>
  );
}

/** Texts of refusals come in the language that was asked for: what is shown is read again. */
export function useOtherLanguage(): () => void {
  const { setDirection } = useDirection();
  const queries = useQueryClient();
  const other = useLocale() === 'he' ? 'en' : 'he';
  return () =>
    void changeLanguage(other).then(() => {
      setDirection(directionOf(other));
      return queries.invalidateQueries();
    });
}

export function SchemeSwitch(): ReactNode {
  const { t } = useTranslation();
  const other = useOtherScheme();
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={t(`scheme.${other.name}`)}
      title={t(`scheme.${other.name}`)}
      onClick={other.choose}
    >
      <Icon name={other.name === 'dark' ? 'IconMoon' : 'IconSun'} />
    </button>
  );
}

export function useOtherScheme(): Readonly<{ name: 'light' | 'dark'; choose: () => void }> {
  const { setColorScheme } = useMantineColorScheme();
  const name = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark';
  return { name, choose: () => setColorScheme(name) };
}
