import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLE_NAMES } from '@zikui/domain/shown';
import type { Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { DeadlineClock } from '../../parts/deadline-clock';
import { Explain } from '../../parts/explain';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { ProblemLine } from '../../parts/state-view';
import { useSaid } from '../../texts/use-locale';
import styles from './refund.module.css';
import formStyles from './new-refund.module.css';

type Quote = Shape<'Quote'>;

/** What would be paid, as the server counted it last; it says so while a newer one is asked for. */
export function QuotePanel({
  quote,
  problem,
  isOld,
}: Readonly<{ quote: Quote | null; problem: Problem | null; isOld: boolean }>): ReactNode {
  const { t } = useTranslation('refund');
  return (
    <aside className={formStyles.quote} aria-label={t('quote.title')} aria-busy={isOld}>
      <h2>{t('quote.title')}</h2>
      {problem && <ProblemLine problem={problem} />}
      {quote === null && !problem && <p className="muted">{isOld ? t('quote.asking') : t('quote.nothing')}</p>}
      {quote !== null && <Quoted quote={quote} />}
      <p role="status" className="muted">
        {isOld && quote !== null ? t('quote.asking') : ''}
      </p>
    </aside>
  );
}

/** Payout, where it goes, who is asked, what comes back, until when, and why. */
export function Quoted({ quote }: Readonly<{ quote: Quote }>): ReactNode {
  const { t } = useTranslation('refund');
  const said = useSaid();
  const roles: Readonly<Record<string, Readonly<{ he: string; en: string }>>> = ROLE_NAMES;
  const approvers = quote.approval.steps.map(({ role }) => (roles[role] ? said(roles[role]) : role));
  return (
    <>
      <p className={formStyles.payout}>
        <Money of={quote.payout} strong />
      </p>
      <table className={styles.sums}>
        <tbody>
          {quote.fee.amount > 0 && (
            <tr>
              <th scope="row">{t('money.fee')}</th>
              <td>
                <Money of={quote.fee} />
              </td>
            </tr>
          )}
          {quote.transfers.map(({ paymentRef, amount }) => (
            <tr key={paymentRef}>
              <th scope="row">{paymentRef === 'store_credit' ? t('quote.credit') : <IdChip id={paymentRef} />}</th>
              <td>
                <Money of={amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{approvers.length === 0 ? t('quote.noApproval') : t('quote.approval', { roles: approvers.join(', ') })}</p>
      <p>{t(`goods.modes.${quote.return.mode}`)}</p>
      <DeadlineClock payBy={quote.deadlines.payBy} zone={quote.deadlines.zone} />
      <Explain entries={quote.explanation} />
    </>
  );
}
