import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Badge } from '../../parts/badges';
import { Bdi } from '../../parts/bdi';
import { FactTable } from '../../parts/fact-table';
import { GatewayName } from '../../parts/gateway-name';
import { StateView } from '../../parts/state-view';
import { ToneBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { Part } from '../../parts/two-sides';
import { useTitle } from '../../shell/use-title';
import { KillSwitches } from './kill-switches';
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
      {gateways.length > 0 && (
        <FactTable
          label={t('gateways')}
          head={{ label: t('gateway'), cell: ({ name }) => <GatewayName of={name} /> }}
          columns={[
            {
              label: t('health'),
              cell: ({ health }) => <ToneBadge {...HEALTH[health]} text={t(`healthOf.${health}`)} />,
            },
            { label: t('breaker'), cell: ({ breaker }) => <BreakerState of={breaker} /> },
            { label: t('notSent'), cell: ({ waiting }) => waiting.count },
            { label: t('oldest'), cell: ({ waiting }) => <Since at={waiting.oldestAt} /> },
          ]}
          rows={gateways}
          keyOf={({ name }) => name}
        />
      )}
      {gateways.length === 0 && <p>{t('noGateway')}</p>}
    </Part>
  );
}

function BreakerState({
  of: { state, probeAt },
}: Readonly<{ of: Operations['gateways'][number]['breaker'] }>): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <>
      {t(`breakerOf.${state}`)}
      {probeAt !== null && (
        <>
          {' '}
          · {t('probe')} <TimeShown at={probeAt} />
        </>
      )}
    </>
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
      <FactTable
        label={t('boxes')}
        head={{ label: t('box'), cell: ({ box }) => t(`boxOf.${box}`) }}
        columns={[
          { label: t('count'), cell: ({ count }) => count },
          { label: t('oldest'), cell: ({ oldestAt }) => <Since at={oldestAt} /> },
        ]}
        rows={boxes}
        keyOf={({ box }) => box}
      />
    </Part>
  );
}
