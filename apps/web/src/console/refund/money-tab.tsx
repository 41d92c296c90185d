import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me';
import { Explain } from '../../parts/explain';
import { GatewayName, isWithoutPayment } from '../../parts/gateway-name';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { Panel } from '../../parts/panel';
import { StateView } from '../../parts/state-view';
import { TransferBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { TransferWhy } from '../../parts/transfer-why';
import { Facts } from '../desk/facts';
import { ItemName } from './item-name';
import { useMoneyEvidence, type RefundDetail } from './refund-queries';
import styles from './refund.module.css';

/** How the amount came about, and where the money goes. */
export function MoneyTab({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const may = useMay();
  return (
    <>
      <h2>{t('money.amount')}</h2>
      <Amounts refund={refund} />
      <Explain entries={refund.explanation} />
      <h2>{t('money.transfers')}</h2>
      {refund.transfers.length === 0 ? <p className="muted">{t('money.none')}</p> : <Transfers refund={refund} />}
      {refund.transfers.length > 0 && may('refund.follow') && (
        <Panel rows={6}>
          <Sent refundId={refund.id} />
        </Panel>
      )}
    </>
  );
}

/** Every call that was made, what the gateways keep it under, and what they answered. */
function Sent({ refundId }: Readonly<{ refundId: string }>): ReactNode {
  const { t } = useTranslation('refund');
  const evidence = useMoneyEvidence(refundId);
  return (
    <>
      <h2>{t('money.sent')}</h2>
      <StateView query={evidence} rows={6}>
        {(data) => <Facts of={data} />}
      </StateView>
    </>
  );
}

function Amounts({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const { saleRef, lines, shipping, goodwill, fee, short, payout } = refund;
  return (
    <table className={styles.sums}>
      <tbody>
        {lines.map(({ ref, units, gross }) => (
          <tr key={ref}>
            <th scope="row">
              <ItemName saleRef={saleRef} line={ref} />
              {units > 0 && <span className="muted"> · {t('money.units', { count: units })}</span>}
            </th>
            <td>
              <Money of={gross} />
            </td>
          </tr>
        ))}
        {shipping.gross.amount > 0 && <Sum name={t('money.shipping')} of={shipping.gross} />}
        {goodwill.amount > 0 && <Sum name={t('money.goodwill')} of={goodwill} />}
        {fee.amount > 0 && <Sum name={t('money.fee')} of={fee} />}
        <Sum name={t('money.payout')} of={payout} strong />
        {short.amount > 0 && <Sum name={t('money.short')} of={short} />}
      </tbody>
    </table>
  );
}

function Sum({
  name,
  of,
  strong = false,
}: Readonly<{ name: string; of: RefundDetail['payout']; strong?: boolean }>): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Money of={of} strong={strong} />
      </td>
    </tr>
  );
}

function Transfers({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('money.transfers')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('money.to')}</th>
            <th scope="col" className={styles.amount}>
              {t('column.amount')}
            </th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('money.reference')}</th>
            <th scope="col">{t('money.settled')}</th>
          </tr>
        </thead>
        <tbody>
          {refund.transfers.map((transfer) => (
            <tr key={transfer.id}>
              <td>
                <GatewayName of={transfer.gateway} />
                {!isWithoutPayment(transfer.paymentRef) && (
                  <>
                    {' '}
                    · <IdChip id={transfer.paymentRef} />
                  </>
                )}
              </td>
              <td className={styles.amount}>
                <Money of={transfer.amount} />
              </td>
              <td>
                <TransferBadge status={transfer.status} pendingReason={transfer.pendingReason} />
                <TransferWhy of={transfer} />
              </td>
              <td>{transfer.gatewayRefundId === null ? '' : <IdChip id={transfer.gatewayRefundId} />}</td>
              <td>{transfer.settledAt === null ? '' : <TimeShown at={transfer.settledAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
