import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Badge } from '../../parts/badges';
import { Bdi } from '../../parts/bdi';
import { StateView } from '../../parts/state-view';
import { ToneBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { Part } from '../../parts/two-sides';
import { useTitle } from '../../shell/use-title';
import { KillSwitches } from './kill-switches';
import styles from './operations.module.css';
import { useOperations, type Operations } from './operations';

const HEALTH: Readonly<Record<Operations['gateways'][number]['health'], Badge>> = {
  ok: { tone: 'good', icon: 'IconCircleCheck' },
  paused: { tone: 'attention', icon: 'IconClock' },
  stopped: { tone: 'bad', icon: 'IconBan' },
};

/** Whether money can move, what waits and since when, and the switch that stops it. */
export function Screen(): ReactNode {
  const { t } = useTranslation('operations');
  const operations = useOperations();
  useTitle(t('title'));
  return (
    <>
      <h1>{t('title')}</h1>
      <StateView query={operations} rows={10}>
        {(data) => (
          <>
            <KillSwitches of={data} />
            <Gateways of={data} />
            <Unknown of={data} />
            <Breakers of={data} />
            <Boxes of={data} />
            {data.temporalUrl !== null && (
              <p>
                <a href={data.temporalUrl}>{t('temporal')}</a>
              </p>
            )}
          </>
        )}
      </StateView>
    </>
  );
}

type Of = Readonly<{ of: Operations }>;
const Since = ({ at }: Readonly<{ at: string | null }>): ReactNode => (at === null ? '–' : <TimeShown at={at} />);

function Gateways({ of: { gateways } }: Of): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <Part level={2} title={t('gateways')}>
      <div className={styles.wide} tabIndex={0} role="region" aria-label={t('gateways')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('gateway')}</th>
              <th scope="col">{t('health')}</th>
              <th scope="col">{t('breaker')}</th>
              <th scope="col">{t('notSent')}</th>
              <th scope="col">{t('oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {gateways.map(({ name, health, breaker, waiting }) => (
              <tr key={name}>
                <th scope="row">
                  <Bdi>{name}</Bdi>
                </th>
                <td>
                  <ToneBadge {...HEALTH[health]} text={t(`healthOf.${health}`)} />
                </td>
                <td>
                  {t(`breakerOf.${breaker.state}`)}
                  {breaker.probeAt !== null && (
                    <>
                      {' '}
                      · {t('probe')} <TimeShown at={breaker.probeAt} />
                    </>
                  )}
                </td>
                <td>{waiting.count}</td>
                <td>
                  <Since at={waiting.oldestAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {gateways.length === 0 && <p>{t('noGateway')}</p>}
    </Part>
  );
}

function Unknown({ of: { unknown } }: Of): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <Part level={2} title={t('unknown')}>
      {unknown.count === 0 ? (
        <p>{t('noUnknown')}</p>
      ) : (
        <p>
          <ToneBadge tone="unknown" icon="IconHelpOctagon" text={t('unknownCount', { count: unknown.count })} />{' '}
          {t('oldest')} <Since at={unknown.oldestAt} />{' '}
          <Link to={`/desk/in-doubt${unknown.refundId === null ? '' : `/${unknown.refundId}`}`}>{t('toDesk')}</Link>
        </p>
      )}
    </Part>
  );
}

function Breakers({ of: { breakers } }: Of): ReactNode {
  const { t } = useTranslation('operations');
  if (breakers.length === 0) return null;
  return (
    <Part level={2} title={t('breakers')}>
      <ul>
        {breakers.map(({ id, limit, currency, waiting, since, until, proposalId }) => (
          <li key={id}>
            {t(`limit.${limit}`)} · <Bdi>{currency}</Bdi> · {t('held', { count: waiting })} · <TimeShown at={since} /> ·{' '}
            {t('until')} <TimeShown at={until} />{' '}
            {proposalId !== null && <Link to={`/proposals/${proposalId}`}>{t('proposal')}</Link>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Boxes({ of: { boxes } }: Of): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <Part level={2} title={t('boxes')}>
      <div className={styles.wide} tabIndex={0} role="region" aria-label={t('boxes')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('box')}</th>
              <th scope="col">{t('count')}</th>
              <th scope="col">{t('oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {boxes.map(({ box, count, oldestAt }) => (
              <tr key={box}>
                <th scope="row">{t(`boxOf.${box}`)}</th>
                <td>{count}</td>
                <td>
                  <Since at={oldestAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}
