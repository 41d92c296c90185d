import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
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
  const { refundId, transferId, decision } = proposal;
  const { amount, others } = readPayload(proposal.payload);
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
        <dl className={styles.facts}>
          {amount && (
            <>
              <dt>{t('amount')}</dt>
              <dd>
                <Money of={amount} strong />
              </dd>
            </>
          )}
          {others.map(([field, value]) => (
            <Fragment key={field}>
              <dt>
                <bdi dir="ltr">{field}</bdi>
              </dt>
              <dd>
                <bdi dir="auto">{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
              </dd>
            </Fragment>
          ))}
          {transferId !== null && (
            <>
              <dt>{t('transfer')}</dt>
              <dd>
                <IdChip id={transferId} />
              </dd>
            </>
          )}
        </dl>
      </Part>
      {refundId !== null && <AboutRefund refundId={refundId} />}
    </>
  );
}

/** Told elsewhere on the page: the act in the heading, the transfer by its id. */
const TOLD: readonly string[] = ['action', 'transfer', 'amount', 'currency'];

function readPayload(payload: Readonly<Record<string, unknown>>): Readonly<{
  amount: Readonly<{ amount: number; currency: string }> | null;
  others: readonly (readonly [string, unknown])[];
}> {
  const { amount, currency } = payload;
  const isMoney = typeof amount === 'number' && typeof currency === 'string';
  const others = Object.entries(payload).filter(
    ([field, value]) =>
      value !== null && !(TOLD.includes(field) && (isMoney || field === 'action' || field === 'transfer')),
  );
  return { amount: isMoney ? { amount, currency } : null, others };
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
