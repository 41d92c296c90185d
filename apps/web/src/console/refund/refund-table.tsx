import { Link } from '@tanstack/react-router';
import { DESTINATION_NAMES, isClosed, REASON_NAMES, type RefundColumn } from '@zikui/domain/shown';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { Bdi } from '../../parts/bdi';
import { DeadlineClock } from '../../parts/deadline-clock';
import { GatewayName } from '../../parts/gateway-name';
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
  columns,
  chosen,
  onChoose,
  onOpen,
}: Readonly<{
  box: RefObject<HTMLDivElement | null>;
  refunds: readonly Refund[];
  columns: readonly RefundColumn[];
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
            {columns.map((column) => (
              <th key={column} scope="col" className={classOf(column)}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {refunds.map((refund, row) => (
            <Row
              key={refund.id}
              refund={refund}
              columns={columns}
              isChosen={row === chosen}
              onChoose={() => onChoose(row)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const classOf = (column: RefundColumn): string | undefined =>
  column === 'amount' || column === 'fee' ? styles.amount : undefined;

function Row({
  refund,
  columns,
  isChosen,
  onChoose,
}: Readonly<{
  refund: Refund;
  columns: readonly RefundColumn[];
  isChosen: boolean;
  onChoose: () => void;
}>): ReactNode {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <tr ref={row} aria-current={isChosen || undefined} onClick={onChoose}>
      {columns.map((column) => (
        <td key={column} className={classOf(column)}>
          {CELLS[column]({ refund })}
        </td>
      ))}
    </tr>
  );
}

type Cell = (of: Readonly<{ refund: Refund }>) => ReactNode;
const CELLS: Readonly<Record<RefundColumn, Cell>> = {
  refund: ({ refund: { id } }) => (
    <Link to={`/refunds/${id}`} title={id}>
      <bdi dir="ltr">{shortId(id)}</bdi>
    </Link>
  ),
  status: ({ refund: { status } }) => <StatusBadge status={status} />,
  amount: ({ refund: { payout } }) => <Money of={payout} />,
  order: ({ refund: { saleRef } }) => <Bdi>{saleRef}</Bdi>,
  customer: ({ refund: { customerRef } }) => <Bdi>{customerRef}</Bdi>,
  reason: ({ refund: { reason } }) => <Said of={REASON_NAMES[reason]} />,
  deadline: ({ refund: { status, deadlines } }) =>
    !isClosed(status) && <DeadlineClock payBy={deadlines.payBy} zone={deadlines.zone} missed={deadlines.payMissed} />,
  created: ({ refund: { createdAt } }) => <TimeShown at={createdAt} />,
  updated: ({ refund: { updatedAt } }) => <TimeShown at={updatedAt} />,
  completed: ({ refund: { completedAt } }) => completedAt !== null && <TimeShown at={completedAt} />,
  fee: ({ refund: { fee } }) => <Money of={fee} />,
  destination: ({ refund: { destination } }) => <Said of={DESTINATION_NAMES[destination]} />,
  gateway: ({ refund: { transfers } }) => <Gateways of={transfers.map(({ gateway }) => gateway)} />,
  requester: ({ refund: { requester } }) => <Requester is={requester} />,
  externalRef: ({ refund: { externalRef } }) => externalRef !== null && <Bdi>{externalRef}</Bdi>,
};

function Said({ of }: Readonly<{ of: Readonly<{ he: string; en: string }> }>): ReactNode {
  return useSaid()(of);
}

function Gateways({ of }: Readonly<{ of: readonly string[] }>): ReactNode {
  return [...new Set(of)].map((gateway) => (
    <span key={gateway}>
      <GatewayName of={gateway} />{' '}
    </span>
  ));
}

function Requester({ is }: Readonly<{ is: Refund['requester'] }>): ReactNode {
  const { t } = useTranslation('refund');
  return t(`requester.${is}`);
}
