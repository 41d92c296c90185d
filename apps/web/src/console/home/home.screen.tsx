import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useMe } from '../../api/me';
import type { Problem } from '../../api/problem';
import { Bdi } from '../../parts/bdi';
import { Icon, type IconName } from '../../parts/icons';
import { Money } from '../../parts/money';
import { StateView } from '../../parts/state-view';
import { StatusBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { Part } from '../../parts/two-sides';
import { useTitle } from '../../shell/use-title';
import styles from './home.module.css';

type Home = Shape<'Home'>;
const READ_AGAIN_MS = 30_000;

/** Where to begin: what waits for this person, what is due today, and what ended unpaid while he was away. */
export function Screen(): ReactNode {
  const { t } = useTranslation('home');
  const { data: me } = useMe();
  useTitle(t('title'));
  const home = useQuery<Home, Problem>({
    queryKey: ['home'],
    queryFn: () => answered(api.GET('/v1/home')),
    enabled: me !== undefined,
    refetchInterval: READ_AGAIN_MS,
  });
  return (
    <>
      <h1>{t('title')}</h1>
      <StateView query={home} rows={5}>
        {(data) => (
          <>
            <Queues of={data} />
            <FailedSince of={data} />
            <Watched of={data} />
          </>
        )}
      </StateView>
    </>
  );
}

type Of = Readonly<{ of: Home }>;

function Queues({ of: { approvals, proposals, unknown, reviews } }: Of): ReactNode {
  const { t } = useTranslation('home');
  if (!approvals && !proposals && !unknown && !reviews) return <p>{t('noQueue')}</p>;
  return (
    <ul className={styles.queues}>
      {approvals && (
        <Queue name="approvals" to="/approvals" icon="IconUserCheck" of={approvals}>
          {approvals.dueToday > 0 && (
            <Link to="/approvals" search={{ view: 'due' }}>
              {t('dueToday', { count: approvals.dueToday })}
            </Link>
          )}
        </Queue>
      )}
      {proposals && <Queue name="proposals" to="/proposals" icon="IconUsers" of={proposals} />}
      {unknown && <Queue name="unknown" to="/desk/in-doubt" icon="IconHelpOctagon" of={unknown} />}
      {reviews && (
        <Queue name="reviews" to="/desk/review" icon="IconTool" of={reviews}>
          {reviews.mine > 0 && <span>{t('mine', { count: reviews.mine })}</span>}
        </Queue>
      )}
    </ul>
  );
}

function Queue({
  name,
  to,
  icon,
  of: { count, more },
  children,
}: Readonly<{
  name: string;
  to: string;
  icon: IconName;
  of: Readonly<{ count: number; more: boolean }>;
  children?: ReactNode;
}>): ReactNode {
  const { t } = useTranslation('home');
  return (
    <li className={styles.queue}>
      <Link to={to} className={styles.name}>
        <Icon name={icon} /> {t(`queue.${name}`)}
      </Link>
      <span className={styles.count}>
        <bdi>{more ? `${String(count)}+` : count}</bdi>
      </span>
      {children}
    </li>
  );
}

function FailedSince({ of: { failed } }: Of): ReactNode {
  const { t } = useTranslation('home');
  if (!failed) return null;
  return (
    <Part level={2} title={t('failed')}>
      <p className="muted">
        {t('since')} <TimeShown at={failed.since} />
      </p>
      {failed.items.length === 0 && <p>{t('noneFailed')}</p>}
      <ul className={styles.failed}>
        {failed.items.map(({ refundId, saleRef, payout, at }) => (
          <li key={refundId}>
            <Link to={`/refunds/${refundId}`}>
              <Bdi>{saleRef}</Bdi>
            </Link>
            <Money of={payout} strong />
            <TimeShown at={at} />
          </li>
        ))}
      </ul>
      {failed.more && <p>{t('moreFailed')}</p>}
    </Part>
  );
}

/** What became of refunds that this person follows. */
function Watched({ of: { watched } }: Of): ReactNode {
  const { t } = useTranslation('home');
  if (!watched || watched.length === 0) return null;
  return (
    <Part level={2} title={t('watched')}>
      <ul className={styles.failed}>
        {watched.map(({ refundId, saleRef, payout, status, at }) => (
          <li key={refundId}>
            <Link to={`/refunds/${refundId}`}>
              <Bdi>{saleRef}</Bdi>
            </Link>
            <Money of={payout} strong />
            <StatusBadge status={status} />
            <TimeShown at={at} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
