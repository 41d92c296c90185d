import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries } from '../../shell/entries';
import { useTitle } from '../../shell/use-title';

/** Where to begin. */
export function Screen(): ReactNode {
  const { t } = useTranslation();
  useTitle(t('nav.home'));
  const entries = useEntries().filter(({ path }) => path !== '/');
  return (
    <>
      <h1>{t('nav.home')}</h1>
      <ul>
        {entries.map(({ name, path }) => (
          <li key={name}>
            <Link to={path}>{t(`nav.${name}`)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
