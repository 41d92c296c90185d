import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './approvals.module.css';
import { VIEWS, type View } from './inbox';

/** The ways to look at approvals, each with an address of its own. */
export function Views({ chosen }: Readonly<{ chosen: View }>): ReactNode {
  const { t } = useTranslation('approvals');
  return (
    <ul className={styles.views}>
      {VIEWS.map((view) => (
        <li key={view}>
          <Link
            to="/approvals"
            search={view === 'mine' ? {} : { view }}
            // Which view it is stands in the search: a link to the same path alone is not the one that is open.
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            aria-current={view === chosen ? 'true' : undefined}
          >
            {t(`view.${view}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
