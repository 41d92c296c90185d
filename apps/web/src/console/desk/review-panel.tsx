import { reviewSentence, ROLE_NAMES } from '@zikui/domain/shown';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '../../parts/bdi';
import { DeadlineClock } from '../../parts/deadline-clock';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { Notice, StatusBadge } from '../../parts/status-badge';
import styles from '../../parts/two-sides.module.css';
import { useSaid } from '../../texts/use-locale';
import { Acts } from './acts';
import { Assignment } from './assignment';
import { Facts } from './facts';
import type { Review } from './reviews';

/** All that is known of one refund, and exactly what may be done about it. */
export function ReviewPanel({ review }: Readonly<{ review: Review }>): ReactNode {
  const { t } = useTranslation('desk');
  const said = useSaid();
  const isUnknown = review.transfers.some(({ status }) => status === 'in_doubt');
  return (
    <>
      <div className={styles.heading}>
        <h2>
          <Money of={review.payout} strong />
        </h2>
        <StatusBadge status={review.status} />
        <DeadlineClock payBy={review.payBy} zone={review.payByZone} />
        <span>
          {t('order')} <Bdi>{review.saleRef}</Bdi>
        </span>
        <IdChip id={review.refundId} />
        <Link to={`/refunds/${review.refundId}`}>{t('whole')}</Link>
      </div>
      {isUnknown && (
        <Notice tone="unknown" icon="IconHelpOctagon">
          {t('warning')}
        </Notice>
      )}
      {review.reviewReason !== null && (
        <Notice tone="attention" icon="IconTool">
          {said(reviewSentence(review.reviewReason))}
        </Notice>
      )}
      <p>
        {t('queue')} {said(ROLE_NAMES[review.owner])}
      </p>
      <Assignment review={review} />
      {review.openProposals.length > 0 && (
        <Notice tone="waiting" icon="IconUsers">
          {t('proposed')}{' '}
          {review.openProposals.map((id) => (
            <Link key={id} to={`/proposals/${id}`}>
              {t('proposal')}
            </Link>
          ))}
        </Notice>
      )}
      <Acts review={review} />
      <Facts of={review} />
    </>
  );
}
