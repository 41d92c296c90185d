import { NativeSelect, Textarea } from '@mantine/core';
import { REJECTION_REASONS, type RejectionCode } from '@zikui/domain/shown';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmLine } from '../../parts/confirm-line';
import { useSaid } from '../../texts/use-locale';
import type { Decision } from './decide';
import type { StepEvidence } from './evidence';

const MOST_CHARACTERS = 2_000;

/** Why not, and what the customer reads: preset in his language by the reason, and his to see before it is sent. */
export function RejectLine({
  evidence: { refund, sale },
  decision,
  onCancel,
}: Readonly<{ evidence: StepEvidence; decision: Decision; onCancel: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const { locale } = sale.customer;
  const codes = (Object.keys(REJECTION_REASONS) as RejectionCode[]).filter(
    (code) => !refund.statutory || REJECTION_REASONS[code].legal,
  );
  const [code, setCode] = useState<RejectionCode | ''>('');
  const [note, setNote] = useState('');
  const choose = (chosen: string): void => {
    const known = codes.find((one) => one === chosen);
    setCode(known ?? '');
    // What was written by hand is never replaced.
    const isPreset = note === '' || codes.some((one) => REJECTION_REASONS[one][locale] === note);
    if (isPreset) setNote(known ? REJECTION_REASONS[known][locale] : '');
  };
  return (
    <ConfirmLine
      question={t('rejectQuestion')}
      confirm={t('reject')}
      tone="danger"
      busy={decision.isPending}
      isReady={code !== '' && note.trim() !== ''}
      onConfirm={() => decision.act({ outcome: 'reject', reasonCode: code, note: note.trim() })}
      onCancel={onCancel}
    >
      <NativeSelect
        label={t('rejectReason')}
        description={refund.statutory ? t('rejectLegal') : undefined}
        value={code}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('rejectChoose') },
          ...codes.map((one) => ({ value: one, label: said(REJECTION_REASONS[one]) })),
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
