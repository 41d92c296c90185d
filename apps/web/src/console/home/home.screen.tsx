import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries } from '../../shell/entries';
import { useTitle } from '../../shell/use-title';

/** Where to begin. */
export function Screen(): ReactNode {
  const { t } = useTranslation();
  useTitle(t('nav.home'));
  const entries = useEntries().filter(({ entry }) => entry.to !== '/');
  return (
    <>
      <h1>{t('nav.home')}</h1>
      <ul>
        {entries.map(({ name, entry }) => (
          <li key={name}>
            <Link to={entry.to}>{t(`nav.${name}`)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
