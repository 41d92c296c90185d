import { Link } from '@tanstack/react-router';
import { isClosed, REASON_NAMES } from '@zikui/domain/shown';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { Bdi } from '../../parts/bdi';
import { DeadlineClock } from '../../parts/deadline-clock';
import { shortId } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import { StatusBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { useSaid } from '../../texts/use-locale';
import styles from './refund.module.css';

type Refund = Shape<'Refund'>;

/** Refunds, one a row; amounts stand under each other. */
export function RefundTable({
  box,
  refunds,
  chosen,
  onChoose,
  onOpen,
}: Readonly<{
  box: RefObject<HTMLDivElement | null>;
  refunds: readonly Refund[];
  chosen: number;
  onChoose: (row: number) => void;
  /** Opens the chosen one. */ onOpen: () => void;
}>): ReactNode {
  const { t } = useTranslation('refund');
  const onKeyDown = ({ key, target, currentTarget }: KeyboardEvent): void => {
    if (key === 'Enter' && target === currentTarget) onOpen();
  };
  return (
    <div
      ref={box}
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={t('list.title')}
      onKeyDown={onKeyDown}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.refund')}</th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col" className={styles.amount}>
              {t('column.amount')}
            </th>
            <th scope="col">{t('column.order')}</th>
            <th scope="col">{t('column.customer')}</th>
            <th scope="col">{t('column.reason')}</th>
            <th scope="col">{t('column.deadline')}</th>
            <th scope="col">{t('column.created')}</th>
          </tr>
        </thead>
        <tbody>
          {refunds.map((refund, row) => (
            <Row key={refund.id} refund={refund} isChosen={row === chosen} onChoose={() => onChoose(row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  refund,
  isChosen,
  onChoose,
}: Readonly<{ refund: Refund; isChosen: boolean; onChoose: () => void }>): ReactNode {
  const said = useSaid();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { id, status, payout, saleRef, customerRef, reason, deadlines, createdAt } = refund;
  const isOpen = !isClosed(refund.status);
  return (
    <tr ref={row} aria-current={isChosen || undefined} onClick={onChoose}>
      <td>
        <Link to={`/refunds/${id}`} title={id}>
          <bdi dir="ltr">{shortId(id)}</bdi>
        </Link>
      </td>
      <td>
        <StatusBadge status={status} />
      </td>
      <td className={styles.amount}>
        <Money of={payout} />
      </td>
      <td>
        <Bdi>{saleRef}</Bdi>
      </td>
      <td>
        <Bdi>{customerRef}</Bdi>
      </td>
      <td>{said(REASON_NAMES[reason])}</td>
      <td>{isOpen && <DeadlineClock payBy={deadlines.payBy} zone={deadlines.zone} missed={deadlines.payMissed} />}</td>
      <td>
        <TimeShown at={createdAt} />
      </td>
    </tr>
  );
}
