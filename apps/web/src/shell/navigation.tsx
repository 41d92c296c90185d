import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keys/use-keys';
import { Icon } from '../parts/icons';
import { useEntries } from './entries';
import styles from './shell.module.css';

/** What this person may open; `G` and a letter go there. */
export function Navigation(): ReactNode {
  const { t } = useTranslation();
  const entries = useEntries();
  const navigate = useNavigate();
  useKeys(
    entries.map(({ name, entry }) => ({
      code: entry.code,
      after: 'KeyG',
      label: t(`nav.${name}`),
      act: () => void navigate({ to: entry.to }),
    })),
  );
  return (
    <nav className={styles.navigation} aria-label={t('navigation')}>
      <ul>
        {entries.map(({ name, entry }) => (
          <li key={name}>
            <Link
              to={entry.to}
              activeOptions={{ exact: entry.to === '/', includeSearch: false }}
              className={styles.entry}
            >
              <Icon name={entry.icon} />
              <span>{t(`nav.${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
