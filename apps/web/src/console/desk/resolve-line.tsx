import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DESTINATION_NAMES, RESOLUTION_RULES } from '@zikui/domain/shown';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmLine } from '../../parts/confirm-line';
import { ConflictCard } from '../../parts/conflict-card';
import { ProblemLine } from '../../parts/state-view';
import { useSaid } from '../../texts/use-locale';
import { PayeeChoice } from './payee-choice';
import { useResolution, type Ask, type Resolved } from './resolve';

export type { Resolved } from './resolve';
type Action = Ask['action'];
const ENDS: readonly Action[] = ['close_short', 'fail', 'accept_surplus'];
const MOST_CHARACTERS = 2_000;
const MOST_OF_REFERENCE = 120;

/** What will be done, and what the person knows it by. Nothing is sent by Enter alone. */
export function ResolveLine({
  refundId,
  action,
  transfer,
  does,
  onDone,
  onCancel,
}: Readonly<{
  refundId: string;
  action: Action;
  transfer: string | null;
  does: Action | 'retryUnknown';
  onDone: (resolved: Resolved) => void;
  onCancel: () => void;
}>): ReactNode {
  const { t } = useTranslation('desk');
  const said = useSaid();
  const resolution = useResolution(refundId, onDone);
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const [gatewayRefundId, setGatewayRefundId] = useState('');
  const [destination, setDestination] = useState<'store_credit' | 'manual'>('store_credit');
  const [payee, setPayee] = useState('');
  const [customerAgrees, setAgrees] = useState(false);
  const ends = ENDS.includes(action);
  const needsSecond = RESOLUTION_RULES[action].secondPerson;
  const isElsewhere = action === 'change_destination';
  const isCredit = destination === 'store_credit';
  const ask: Ask = {
    action,
    evidence: evidence.trim(),
    ...(transfer !== null && { transfer }),
    ...(ends && { reason: reason.trim() }),
    ...(action === 'mark_settled' && gatewayRefundId.trim() !== '' && { gatewayRefundId: gatewayRefundId.trim() }),
    ...(isElsewhere && { destination, ...(isCredit ? { customerAgrees } : { payee }) }),
  };
  const isReady =
    ask.evidence !== '' && ask.reason !== '' && (!isElsewhere || (isCredit ? customerAgrees : ask.payee !== ''));
  const problem = resolution.error;
  if (problem?.status === 409)
    return <ConflictCard problem={problem} onward={t('conflict')} onOnward={() => resolution.reset()} />;
  return (
    <>
      <ConfirmLine
        question={
          <>
            {t(`does.${does}`)} {needsSecond && t('twoPersons')}
          </>
        }
        confirm={t(needsSecond ? 'propose' : `action.${action}`)}
        tone="brand"
        level={needsSecond || isElsewhere ? 2 : 1}
        busy={resolution.isPending}
        isReady={isReady}
        onConfirm={() => resolution.act(ask)}
        onCancel={onCancel}
      >
        <Textarea
          label={t('evidence')}
          description={t('evidenceHelp')}
          rows={3}
          maxLength={MOST_CHARACTERS}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        {action === 'mark_settled' && (
          <TextInput
            label={t('gatewayRefundId')}
            dir="ltr"
            maxLength={MOST_OF_REFERENCE}
            value={gatewayRefundId}
            onChange={(event) => setGatewayRefundId(event.currentTarget.value)}
          />
        )}
        {ends && (
          <Textarea
            label={t('reason')}
            rows={2}
            maxLength={MOST_CHARACTERS}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {isElsewhere && (
          <NativeSelect
            label={t('destination')}
            value={destination}
            onChange={(event) => setDestination(event.currentTarget.value === 'manual' ? 'manual' : 'store_credit')}
            data={(['store_credit', 'manual'] as const).map((value) => ({
              value,
              label: said(DESTINATION_NAMES[value]),
            }))}
          />
        )}
        {isElsewhere && isCredit && (
          <Checkbox
            label={t('customerAgrees')}
            checked={customerAgrees}
            onChange={(event) => setAgrees(event.currentTarget.checked)}
          />
        )}
        {isElsewhere && !isCredit && <PayeeChoice refundId={refundId} value={payee} onChange={setPayee} />}
      </ConfirmLine>
      {problem && <ProblemLine problem={problem} />}
    </>
  );
}
