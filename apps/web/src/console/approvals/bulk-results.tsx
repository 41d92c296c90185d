import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { IdChip } from '../../parts/id-chip';
import { useSaid } from '../../texts/use-locale';
import styles from './approvals.module.css';
import type { BulkAsk, BulkPreview } from './bulk-preview';

type Decided = Shape<'DecidedItem'>;

/** What became of each. */
export function BulkResults({
  outcome,
  items,
  onClose,
}: Readonly<{ outcome: BulkAsk['outcome']; items: readonly Decided[]; onClose: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  return (
    <section className={styles.bulk} aria-label={t('bulk.results')} role="status">
      <ul>
        {items.map((item) => (
          <li key={item.refundId}>
            <IdChip id={item.refundId} />{' '}
            <span>{item.problem?.detail ?? t(item.state === 'pending' ? 'bulk.pending' : `bulk.done.${outcome}`)}</span>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={onClose}>
        {t('conflict.close')}
      </Button>
    </section>
  );
}

/** Those that are left out, and why, said before anything is sent. */
export function LeftOut({ items }: Pick<BulkPreview, 'items'>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const left = items.flatMap(({ refundId, reason }) => (reason === null ? [] : [{ refundId, reason }]));
  if (left.length === 0) return null;
  return (
    <>
      <p>{t('bulk.leftOut', { count: left.length })}</p>
      <ul>
        {left.map(({ refundId, reason }) => (
          <li key={refundId}>
            <IdChip id={refundId} /> <span>{said(reason)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
