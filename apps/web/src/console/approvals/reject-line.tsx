import { NativeSelect, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORK_LOST } from '../../api/problem';
import { ConfirmLine } from '../../parts/confirm-line';
import { useSaid } from '../../texts/use-locale';
import type { Decision } from './decide';
import { useSale } from '../../api/sale';
import type { StepEvidence } from './evidence';

export const MOST_CHARACTERS = 2_000;

/** Why not, and what the customer reads: preset in his language by the reason, and his to see before it is sent. */
export function RejectLine({
  evidence: { refund, rejectionReasons },
  decision,
  onCancel,
}: Readonly<{ evidence: StepEvidence; decision: Decision; onCancel: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const { data: sale } = useSale(refund.saleRef);
  const locale = sale?.customer.locale ?? 'he';
  const reasons = rejectionReasons.filter(({ legal }) => legal || !refund.statutory);
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const choose = (chosen: string): void => {
    const reason = reasons.find((one) => one.code === chosen);
    setCode(reason?.code ?? '');
    // What was written by hand is never replaced.
    const isPreset = note === '' || reasons.some((one) => one[locale] === note);
    if (isPreset) setNote(reason?.[locale] ?? '');
  };
  return (
    <ConfirmLine
      question={t('rejectQuestion')}
      confirm={t(decision.error?.code === NETWORK_LOST ? 'check' : 'reject')}
      tone="danger"
      busy={decision.isPending}
      isReady={sale !== undefined && code !== '' && note.trim() !== ''}
      onConfirm={() => decision.act({ outcome: 'reject', reasonCode: code, note: note.trim() })}
      onCancel={onCancel}
    >
      <NativeSelect
        label={t('rejectReason')}
        description={refund.statutory && t('rejectLegal')}
        value={code}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('rejectChoose') },
          ...reasons.map((reason) => ({ value: reason.code, label: said(reason) })),
        ]}
      />
      <Textarea
        label={t('rejectText')}
        description={t(`rejectLanguage.${locale}`)}
        lang={locale}
        dir={locale === 'he' ? 'rtl' : 'ltr'}
        rows={3}
        maxLength={MOST_CHARACTERS}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmLine>
  );
}
