import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useMay } from '../../api/me';
import type { Problem } from '../../api/problem';
import { Bdi } from '../../parts/bdi';
import { Money } from '../../parts/money';
import { Empty, StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { usePolling } from '../../shell/live';
import type { RefundDetail } from './refund-queries';
import styles from './refund.module.css';

type Props = Readonly<{ refund: RefundDetail }>;

/** Numbered papers: whole for whoever may read them, else that there are any. */
export function DocumentsTab({ refund }: Props): ReactNode {
  const { t } = useTranslation('refund');
  const may = useMay();
  if (may('credit_note.read')) return <Documents refund={refund} />;
  if (refund.creditNotes.length === 0) return <Empty title={t('documents.none')} />;
  return (
    <ul className={styles.plain}>
      {refund.creditNotes.map(({ id, number, documentType, total, issuedAt }) => (
        <li key={id}>
          {t(`documents.types.${documentType}`)}{' '}
          {number === null ? t('documents.draft') : <bdi dir="ltr">{number}</bdi>} · <Money of={total} />{' '}
          {issuedAt !== null && <TimeShown at={issuedAt} />}
        </li>
      ))}
    </ul>
  );
}

function Documents({ refund }: Props): ReactNode {
  const { t } = useTranslation('refund');
  const query = useQuery<Shape<'CreditNotePage'>, Problem>({
    queryKey: ['refunds', refund.id, 'documents'],
    queryFn: () => answered(api.GET('/v1/credit-notes', { params: { query: { refundId: refund.id, limit: 200 } } })),
    refetchInterval: usePolling(),
  });
  return (
    <StateView
      query={query}
      rows={2}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('documents.none')} />}
    >
      {({ items }) => (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('tab.documents')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('documents.number')}</th>
                <th scope="col">{t('documents.kind')}</th>
                <th scope="col">{t('documents.series')}</th>
                <th scope="col">{t('documents.invoice')}</th>
                <th scope="col" className={styles.amount}>
                  {t('column.amount')}
                </th>
                <th scope="col">{t('documents.issued')}</th>
                <th scope="col">{t('documents.preview')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, number, documentType, legalEntity, invoice, total, issuedAt }) => (
                <tr key={id}>
                  <td>{number === null ? t('documents.draft') : <bdi dir="ltr">{number}</bdi>}</td>
                  <td>{t(`documents.types.${documentType}`)}</td>
                  <td>
                    <Bdi>{legalEntity}</Bdi>
                  </td>
                  <td>{invoice !== null && <bdi dir="ltr">{invoice.number}</bdi>}</td>
                  <td className={styles.amount}>
                    <Money of={total} />
                  </td>
                  <td>{issuedAt !== null && <TimeShown at={issuedAt} exact />}</td>
                  <td>
                    {(['he', 'en'] as const).map((language) => (
                      <Link
                        key={language}
                        className={styles.preview}
                        to={`/refunds/${refund.id}/documents/${id}?language=${language}`}
                      >
                        {t(`documents.in.${language}`)}
                      </Link>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </StateView>
  );
}
