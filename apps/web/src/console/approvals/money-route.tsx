import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GatewayName, isWithoutPayment } from '../../parts/gateway-name';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { ToneBadge, TransferBadge } from '../../parts/status-badge';
import styles from './approvals.module.css';
import type { StepEvidence } from './evidence';

/** Where the money goes back to, transfer by transfer, with what was paid there and what its payer disputes. */
export function MoneyRoute({ of: { refund, payments } }: Readonly<{ of: StepEvidence }>): ReactNode {
  const { t } = useTranslation('approvals');
  const paid = new Map(payments.map((payment) => [payment.ref, payment]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('route.payment')}</th>
          <th scope="col">{t('route.gateway')}</th>
          <th scope="col">{t('route.status')}</th>
          <th scope="col" className={styles.end}>
            {t('lines.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {refund.transfers.map((transfer) => (
          <tr key={transfer.id}>
            <td>
              <Payment id={transfer.paymentRef} of={paid.get(transfer.paymentRef)} />
            </td>
            <td>
              <GatewayName of={transfer.gateway} />
            </td>
            <td>
              <TransferBadge status={transfer.status} pendingReason={transfer.pendingReason} />
            </td>
            <td className={styles.end}>
              <Money of={transfer.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Payment({ id, of }: Readonly<{ id: string; of: StepEvidence['payments'][number] | undefined }>): ReactNode {
  const { t } = useTranslation('approvals');
  if (isWithoutPayment(id)) return '–';
  return (
    <>
      <IdChip id={id} />
      {of && (
        <div className="muted">
          {t('route.paid')} <Money of={of.captured} />
        </div>
      )}
      {of && of.disputed.amount > 0 && (
        <div>
          <ToneBadge tone="attention" icon="IconAlertTriangle" text={t('route.disputed')} /> <Money of={of.disputed} />
        </div>
      )}
    </>
  );
}
