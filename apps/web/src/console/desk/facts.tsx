import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { Actor } from '../../parts/actor';
import { Bdi } from '../../parts/bdi';
import { GatewayName } from '../../parts/gateway-name';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { TransferBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { TransferWhy } from '../../parts/transfer-why';
import { Part } from '../../parts/two-sides';
import styles from '../../parts/two-sides.module.css';
import type { Attempt } from './reviews';

type Evidence = Shape<'MoneyEvidence'>;
type Transfer = Evidence['transfers'][number];

/** What we sent for each transfer, and what we know of it since. */
export function Facts({ of }: Readonly<{ of: Evidence }>): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <>
      {of.transfers.map((transfer) => (
        <TransferFacts
          key={transfer.id}
          transfer={transfer}
          lookUps={of.lookUps.filter((one) => one.transfer === transfer.no)}
        />
      ))}
      <Part title={t('webhooks')}>
        {of.webhooks.length === 0 && <p>{t('noWebhook')}</p>}
        <ul>
          {of.webhooks.map(({ eventId, type, receivedAt }) => (
            <li key={eventId}>
              <Bdi>{type}</Bdi> · <TimeShown at={receivedAt} exact /> · <IdChip id={eventId} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

const OPEN: readonly Transfer['status'][] = ['in_doubt', 'pending'];

function TransferFacts({
  transfer,
  lookUps,
}: Readonly<{ transfer: Transfer; lookUps: Evidence['lookUps'] }>): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <Part title={t('transfer', { number: String(transfer.no) })}>
      <p>
        <Money of={transfer.amount} strong /> · <GatewayName of={transfer.gateway} />{' '}
        <TransferBadge status={transfer.status} pendingReason={transfer.pendingReason} />
      </p>
      <TransferWhy of={transfer} />
      {transfer.attempts.map((attempt) => (
        <AttemptFacts key={attempt.no} attempt={attempt} />
      ))}
      <dl className={styles.facts}>
        {OPEN.includes(transfer.status) && (
          <>
            <dt>{t('nextLookUp')}</dt>
            <dd>{transfer.nextLookUpAt === null ? t('noNextLookUp') : <TimeShown at={transfer.nextLookUpAt} />}</dd>
          </>
        )}
        {transfer.sameKeyUntil !== null && (
          <>
            <dt>{t('sameKey')}</dt>
            <dd>
              <TimeShown at={transfer.sameKeyUntil} exact />
              <div className="muted">{t('sameKeyAfter')}</div>
            </dd>
          </>
        )}
        <dt>{t('lookUps')}</dt>
        <dd>
          {lookUps.length === 0 && t('noLookUp')}
          {lookUps.map(({ at, actor, finding }) => (
            <div key={at}>
              {t(`finding.${finding ?? 'no_answer'}`)} · <TimeShown at={at} exact /> ·{' '}
              {actor === 'system' ? t('byItself') : <Actor of={actor} />}
            </div>
          ))}
        </dd>
      </dl>
    </Part>
  );
}

function AttemptFacts({ attempt }: Readonly<{ attempt: Attempt }>): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <dl className={styles.facts}>
      <dt>{t('sent')}</dt>
      <dd>
        {attempt.sentAt === null ? t('notSent') : <TimeShown at={attempt.sentAt} exact />}
        {attempt.sends > 1 && <> · {t('sends', { count: attempt.sends })}</>}
      </dd>
      <dt>{t('reference')}</dt>
      <dd>
        <IdChip id={attempt.reference} />
      </dd>
      {attempt.gatewayRefundId !== null && (
        <>
          <dt>{t('atGateway')}</dt>
          <dd>
            <IdChip id={attempt.gatewayRefundId} />
          </dd>
        </>
      )}
      <dt>{t('answer')}</dt>
      <dd>
        {t(`attempt.${attempt.status}`)}
        {attempt.answeredAt !== null && (
          <>
            {' '}
            · <TimeShown at={attempt.answeredAt} exact />
          </>
        )}
        {attempt.evidence !== null && (
          <details>
            <summary>{t('raw')}</summary>
            <pre className={styles.told} dir="ltr" tabIndex={0}>
              {JSON.stringify(attempt.evidence, null, 2)}
            </pre>
          </details>
        )}
      </dd>
    </dl>
  );
}
