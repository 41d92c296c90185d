import { DESTINATION_NAMES, REASON_NAMES, ROLE_NAMES } from '@zikui/domain/shown';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Actor } from '../../parts/actor';
import { Bdi, Quoted } from '../../parts/bdi';
import { CustomerName } from '../../parts/customer-name';
import { DeadlineClock } from '../../parts/deadline-clock';
import { Explain } from '../../parts/explain';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { Panel } from '../../parts/panel';
import { StateView } from '../../parts/state-view';
import { StatusBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { Timeline } from '../../parts/timeline';
import { useLocale, useSaid } from '../../texts/use-locale';
import styles from './approvals.module.css';
import { useEvidence, useStory, type StepEvidence } from './evidence';
import { Photos } from './photos';
import { AskedFor } from './asked-for';
import { MoneyRoute } from './money-route';
import { VerdictBar } from './verdict-bar';

type Props = Readonly<{
  place: Readonly<{ refundId: string; step: number }>;
  /** Whether it opened by itself after a decision. */ takesFocus: boolean;
  onDone: (commandId: string | null) => void;
  /** He is reminded of it later. */ onPutAside: () => void;
  hasNext: boolean;
}>;

/** Everything that a decision needs, in the order in which it is read; nobody leaves the page for it. */
export function EvidencePanel({ place, takesFocus, onDone, onPutAside, hasNext }: Props): ReactNode {
  const evidence = useEvidence(place);
  return (
    <StateView query={evidence} rows={10}>
      {(data) => (
        <>
          <Heading of={data} takesFocus={takesFocus} />
          <VerdictBar evidence={data} onDone={onDone} onPutAside={onPutAside} hasNext={hasNext} />
          <Amount of={data} />
          <Why of={data} />
          <Reason of={data} />
          <Section name="lines">
            <AskedFor of={data} />
          </Section>
          <Section name="route">
            <MoneyRoute of={data} />
          </Section>
          <History of={data} />
          <Steps of={data} />
          <Panel>
            <Story refundId={data.refund.id} />
          </Panel>
        </>
      )}
    </StateView>
  );
}

type Of = Readonly<{ of: StepEvidence }>;

function Section({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  const { t } = useTranslation('approvals');
  return (
    <section className={styles.section}>
      <h3>{t(`part.${name}`)}</h3>
      {children}
    </section>
  );
}

function Heading({ of: { refund }, takesFocus }: Of & Readonly<{ takesFocus: boolean }>): ReactNode {
  const { t } = useTranslation('approvals');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.heading}>
      <h2 ref={heading} tabIndex={-1}>
        <Money of={refund.payout} strong /> <span className={styles.headingOf}>{t('heading')}</span>{' '}
        <CustomerName saleRef={refund.saleRef} customerRef={refund.customerRef} />
      </h2>
      <StatusBadge status={refund.status} />
      <span>
        {t('order')} <Bdi>{refund.saleRef}</Bdi>
      </span>
      <IdChip id={refund.id} />
    </div>
  );
}

function Amount({ of: { refund, step } }: Of): ReactNode {
  const { t } = useTranslation('approvals');
  const isOpen = step.status === 'open';
  const said = useSaid();
  return (
    <Section name="amount">
      <p className={styles.amount}>
        <Money of={refund.payout} strong /> {t('goesTo')} {said(DESTINATION_NAMES[refund.destination])}
      </p>
      <p className={styles.clocks}>
        {isOpen && (
          <DeadlineClock
            payBy={refund.deadlines.payBy}
            zone={refund.deadlines.zone}
            missed={refund.deadlines.payMissed}
          />
        )}
        {isOpen && step.dueAt !== null && (
          <span>
            {t('stepDue')} <TimeShown at={step.dueAt} />
          </span>
        )}
      </p>
      <Explain entries={refund.explanation.filter(({ source }) => source === 'arithmetic')} />
    </Section>
  );
}

function Why({ of: { refund, why } }: Of): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  return (
    <Section name="why">
      <p>{t('rule', { rule: refund.approval.rule, version: String(refund.policy.version) })}</p>
      <ul>
        {why.map((entry, index) => (
          <li key={index}>{said(entry)}</li>
        ))}
      </ul>
      <Explain entries={refund.explanation.filter(({ source }) => source !== 'arithmetic')} />
    </Section>
  );
}

function Reason({ of: { refund, words, notes, evidence } }: Of): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  return (
    <Section name="reason">
      <p>
        {said(REASON_NAMES[refund.reason])} · {t(`requester.${refund.requester}`)}
        {refund.requestedBy !== null && (
          <>
            {' '}
            <Bdi>{refund.requestedBy}</Bdi>
          </>
        )}
        {', '}
        <TimeShown at={refund.createdAt} />
      </p>
      {words !== null && (
        <p>
          <Quoted>{words}</Quoted>
        </p>
      )}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note.id}>
              <span className="muted">
                {t(`note.${note.kind}`)} <Actor of={note.actor} />:
              </span>{' '}
              {note.text === null ? t('erased') : <Quoted>{note.text}</Quoted>}
            </li>
          ))}
        </ul>
      )}
      <Photos refundId={refund.id} photos={evidence} />
    </Section>
  );
}

/** What the customer was refunded before; sums are of this currency alone, as the server says. */
function History({ of: { history } }: Of): ReactNode {
  const { t } = useTranslation('approvals');
  const locale = useLocale();
  const share =
    history.shareBps === null
      ? null
      : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(history.shareBps / 10_000);
  return (
    <Section name="history">
      <p>
        {t('history.days', { days: '90', count: history.count90d })} <Money of={history.sum90d} /> ·{' '}
        {t('history.days', { days: '365', count: history.count365d })} <Money of={history.sum365d} />
        {share !== null && <> · {t('history.share', { share, count: history.orders365d })}</>}
      </p>
    </Section>
  );
}

function Story({ refundId }: Readonly<{ refundId: string }>): ReactNode {
  const story = useStory(refundId);
  return (
    <Section name="timeline">
      <StateView query={story} rows={3}>
        {({ items }) => <Timeline entries={items} depth="all" />}
      </StateView>
    </Section>
  );
}

function Steps({ of: { refund, step: current } }: Of): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  return (
    <Section name="steps">
      <ol>
        {refund.approval.steps.map((step) => (
          <li key={step.step} aria-current={step.step === current.step ? 'step' : undefined}>
            {said(ROLE_NAMES[step.role as keyof typeof ROLE_NAMES])} · {t(`step.${step.status}`)}
            {step.escalatedTo !== null && (
              <> · {t('escalated', { role: said(ROLE_NAMES[step.escalatedTo as keyof typeof ROLE_NAMES]) })}</>
            )}
            {step.decisions.map((decision) => (
              <div key={decision.at} className="muted">
                {t(`decided.${decision.outcome}`)} <Actor of={decision.actor} />, <TimeShown at={decision.at} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}
