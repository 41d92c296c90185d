import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '../../parts/bdi';
import { StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { useAudit, type RefundDetail } from './refund-queries';
import styles from './refund.module.css';

/** Who did what to it, from where: the sealed log. */
export function AuditTab({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const query = useAudit(refund.id);
  return (
    <StateView
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<p className="muted">{t('audit.none')}</p>}
    >
      {({ items }) => (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('tab.audit')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('audit.at')}</th>
                <th scope="col">{t('audit.who')}</th>
                <th scope="col">{t('audit.what')}</th>
                <th scope="col">{t('audit.address')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <tr key={entry.no}>
                  <td>
                    <TimeShown at={entry.at} exact />
                  </td>
                  <td>
                    <Bdi>{entry.actor}</Bdi>
                  </td>
                  <td>
                    <bdi dir="ltr">{entry.action}</bdi>
                  </td>
                  <td>{entry.address !== null && <bdi dir="ltr">{entry.address}</bdi>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </StateView>
  );
}
