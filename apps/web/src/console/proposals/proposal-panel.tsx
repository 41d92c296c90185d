import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Actor } from '../../parts/actor';
import { Bdi, Quoted } from '../../parts/bdi';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { StateView } from '../../parts/state-view';
import { StatusBadge, ToneBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { Part } from '../../parts/two-sides';
import styles from '../../parts/two-sides.module.css';
import { Facts } from '../desk/facts';
import { useReviewOf } from '../desk/reviews';
import { useActName } from './act-name';
import { PayloadFacts } from './payload-facts';
import { useProposal, type Proposal } from './proposals';
import { Verdict } from './verdict';

/** What is proposed, by whom and on what evidence, and the two answers to it. */
export function ProposalPanel({ id }: Readonly<{ id: string }>): ReactNode {
  const proposal = useProposal(id);
  return (
    <StateView query={proposal} rows={10}>
      {(data) => <Shown proposal={data} />}
    </StateView>
  );
}

function Shown({ proposal }: Readonly<{ proposal: Proposal }>): ReactNode {
  const { t } = useTranslation('proposals');
  const name = useActName();
  const { refundId, decision } = proposal;
  return (
    <>
      <div className={styles.heading}>
        <h2>{name(proposal)}</h2>
        <ToneBadge
          tone={proposal.status === 'open' ? 'waiting' : 'neutral'}
          icon="IconUsers"
          text={t(`status.${proposal.status}`)}
        />
        <IdChip id={proposal.id} />
      </div>
      <Verdict proposal={proposal} />
      {decision && (
        <p>
          {t(`decided.${decision.outcome}`)} <Actor of={decision.actor} /> · <TimeShown at={decision.at} exact />{' '}
          {decision.note !== null && <Quoted>{decision.note}</Quoted>}
        </p>
      )}
      <Part title={t('evidence')}>
        <dl className={styles.facts}>
          <dt>{t('proposedBy')}</dt>
          <dd>
            <Actor of={proposal.proposedBy} /> · <TimeShown at={proposal.createdAt} exact />
          </dd>
          <dt>{t('knownBy')}</dt>
          <dd>
            <Quoted>{proposal.evidence}</Quoted>
          </dd>
          {proposal.reason !== null && (
            <>
              <dt>{t('reason')}</dt>
              <dd>
                <Quoted>{proposal.reason}</Quoted>
              </dd>
            </>
          )}
          <dt>{t('until')}</dt>
          <dd>
            <TimeShown at={proposal.expiresAt} exact />
          </dd>
        </dl>
      </Part>
      <Part title={t('payload')}>
        <PayloadFacts of={proposal} />
      </Part>
      {refundId !== null && <AboutRefund refundId={refundId} />}
    </>
  );
}

/** The same that the proposer saw at the desk. */
function AboutRefund({ refundId }: Readonly<{ refundId: string }>): ReactNode {
  const { t } = useTranslation('proposals');
  const review = useReviewOf(refundId);
  return (
    <>
      <Part title={t('refund')}>
        <p>
          <IdChip id={refundId} /> <Link to={`/refunds/${refundId}`}>{t('whole')}</Link>
        </p>
        {review.data && (
          <p>
            <Money of={review.data.payout} strong /> <StatusBadge status={review.data.status} /> {t('order')}{' '}
            <Bdi>{review.data.saleRef}</Bdi>
          </p>
        )}
      </Part>
      <StateView query={review}>{(data) => (data === null ? <p>{t('atNoDesk')}</p> : <Facts of={data} />)}</StateView>
    </>
  );
}
