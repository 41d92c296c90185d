import { DESTINATION_NAMES } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORK_LOST } from '../../api/problem';
import { ConfirmLine } from '../../parts/confirm-line';
import { useMoney } from '../../parts/money';
import { useSaid } from '../../texts/use-locale';
import type { Decision } from './decide';
import type { StepEvidence } from './evidence';

const SHOWN_OF_HASH = 8;

/** What is about to be approved: amount, way and the snapshot that was read. */
export function ApproveLine({
  refund,
  decision,
  onCancel,
}: Readonly<{ refund: StepEvidence['refund']; decision: Decision; onCancel: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const amount = useMoney()(refund.payout);
  const to = said(DESTINATION_NAMES[refund.destination]);
  return (
    <ConfirmLine
      question={t('approveQuestion', { amount, to, snapshot: refund.snapshotHash.slice(0, SHOWN_OF_HASH) })}
      confirm={decision.error?.code === NETWORK_LOST ? t('check') : t('approve', { amount })}
      tone="approve"
      busy={decision.isPending}
      onConfirm={() => decision.act({ outcome: 'approve' })}
      onCancel={onCancel}
    />
  );
}
