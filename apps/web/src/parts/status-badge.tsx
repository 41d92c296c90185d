import type { RefundStatus, TransferStatus } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { REFUND_BADGES, shownTransferStatus, TRANSFER_BADGES, type Badge, type Tone } from './badges';
import { Icon, type IconName } from './icons';
import styles from './parts.module.css';

/** The status of a refund: colour, icon and words together. */
export function StatusBadge({ status }: Readonly<{ status: RefundStatus }>): ReactNode {
  const { t } = useTranslation('parts');
  return <ToneBadge {...REFUND_BADGES[status]} text={t(`refundStatus.${status}`)} />;
}

/** The status of one transfer. */
export function TransferBadge({
  status,
  pendingReason = null,
}: Readonly<{ status: TransferStatus; pendingReason?: string | null }>): ReactNode {
  const { t } = useTranslation('parts');
  const shown = shownTransferStatus(status, pendingReason);
  return <ToneBadge {...TRANSFER_BADGES[shown]} text={t(`transferStatus.${shown}`)} />;
}

/** Any other short state, in the same tones. */
export function ToneBadge({ tone, icon, text }: Badge & Readonly<{ text: string }>): ReactNode {
  return (
    <span className={styles.badge} style={{ color: `var(--z-${tone}-text)`, backgroundColor: `var(--z-${tone}-fill)` }}>
      <Icon name={icon} size={16} />
      <span>{text}</span>
    </span>
  );
}

/** A sentence that must be read, in a box of its tone. */
export function Notice({
  tone,
  icon,
  children,
}: Readonly<{ tone: Tone; icon: IconName; children: ReactNode }>): ReactNode {
  return (
    <div className={styles.notice} style={{ color: `var(--z-${tone}-text)`, backgroundColor: `var(--z-${tone}-fill)` }}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
