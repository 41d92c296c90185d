import { isClosed } from '@zikui/domain/shown';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me';
import { Bdi } from '../../parts/bdi';
import { CustomerLink } from '../../parts/customer-name';
import { DeadlineClock } from '../../parts/deadline-clock';
import { IdChip } from '../../parts/id-chip';
import { Icon } from '../../parts/icons';
import { Money } from '../../parts/money';
import { StatusBadge } from '../../parts/status-badge';
import { useSaid } from '../../texts/use-locale';
import { CancelRefund } from './cancel-refund';
import { CustomerSentence } from './customer-sentence';
import type { RefundDetail } from './refund-queries';
import styles from './refund.module.css';
import { WatchButton } from './watch-button';

/** Where an open refund is seen to. */
function placeOf({ status, id, approval }: RefundDetail): string | null {
  if (status === 'awaiting_approval') {
    const open = approval.steps.find((step) => step.status === 'open');
    return open ? `/approvals/${id}/${String(open.step)}` : null;
  }
  if (status === 'in_doubt') return '/desk/in-doubt';
  return status === 'needs_review' ? '/desk/review' : null;
}

/** Where it stands in a sentence, and what may be done about it now. */
export function RefundHead({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const said = useSaid();
  const { data: me } = useMe();
  const [isCancelling, setCancelling] = useState(false);
  const mayDo = (action: string): boolean =>
    refund.actions?.some((one) => one.action === action && one.allowed) ?? false;
  const place = placeOf(refund);
  const isOperator = me?.roles.some((role) => role === 'ops' || role === 'admin') ?? false;
  const isOpen = !isClosed(refund.status);
  return (
    <header className={styles.refundHead}>
      <div className={styles.head}>
        <h1>
          <Money of={refund.payout} strong /> <StatusBadge status={refund.status} />
        </h1>
        {isOpen && (
          <DeadlineClock
            payBy={refund.deadlines.payBy}
            zone={refund.deadlines.zone}
            missed={refund.deadlines.payMissed}
          />
        )}
      </div>
      <p className={styles.sentence}>{said(refund.statusText)}</p>
      <p className="muted">
        <IdChip id={refund.id} /> {t('head.order')} <Bdi>{refund.saleRef}</Bdi> · {t('head.customer')}{' '}
        <CustomerLink saleRef={refund.saleRef} customerRef={refund.customerRef} />
        {refund.requestedBy !== null && (
          <>
            {' '}
            · {t('head.requestedBy')} <Bdi>{refund.requestedBy}</Bdi>
          </>
        )}
      </p>
      <div className={styles.actions}>
        {place !== null && (mayDo('approve') || mayDo('reject') || mayDo('resolve')) && (
          <Button component={Link} to={place}>
            {t(refund.status === 'awaiting_approval' ? 'head.decide' : 'head.resolve')}
          </Button>
        )}
        {mayDo('cancel') && !isCancelling && (
          <Button variant="default" onClick={() => setCancelling(true)}>
            {t('cancel.open')}
          </Button>
        )}
        <WatchButton refund={refund} />
        {isOperator && refund.temporalUrl !== null && (
          <Button component="a" variant="default" href={refund.temporalUrl} target="_blank" rel="noreferrer">
            {t('head.process')}
          </Button>
        )}
      </div>
      {isCancelling && <CancelRefund refund={refund} onEnd={() => setCancelling(false)} />}
      <CustomerSentence refund={refund} />
      <WhyNot refund={refund} />
    </header>
  );
}

/** What cannot be done now, each with its reason, as the server gives it. */
function WhyNot({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const said = useSaid();
  const [isOpen, setOpen] = useState(false);
  const refused = (refund.actions ?? []).filter(({ allowed }) => !allowed);
  if (refused.length === 0) return null;
  return (
    <div>
      <button
        type="button"
        className={styles.disclosure}
        aria-expanded={isOpen}
        aria-controls="why-not"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'IconChevronDown' : 'IconChevronRight'} size={16} /> {t('head.whyNot')}
      </button>
      <dl id="why-not" hidden={!isOpen} className={styles.facts}>
        {refused.map(({ action, reason }) => (
          <div key={action}>
            <dt>{t(`action.${action}`)}</dt>
            <dd>{reason === null ? '' : said(reason)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
