import { NativeSelect, Textarea } from '@mantine/core';
import { DESTINATION_NAMES, REASON_NAMES } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormFault } from '../../parts/error-summary';
import { useSaid } from '../../texts/use-locale';
import { FIELD } from './form-faults';
import type { Answers, RefundRequest } from './refund-request';
import styles from './new-refund.module.css';

const REASONS = Object.keys(REASON_NAMES) as RefundRequest['reason'][];
/** Money first; a bank transfer is nothing that somebody asks for at once. */
const DESTINATIONS = ['original', 'store_credit'] as const satisfies readonly RefundRequest['destination'][];

/** Why, where the money goes, and the customer's own words. */
export function AskedReason({
  answers,
  faults,
  onChange,
}: Readonly<{ answers: Answers; faults: readonly FormFault[]; onChange: (answers: Answers) => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const said = useSaid();
  const faultAt = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.text;
  return (
    <div className={styles.fields}>
      <NativeSelect
        id={FIELD.reason}
        error={faultAt(FIELD.reason)}
        label={t('new.reason')}
        value={answers.reason}
        data={REASONS.map((value) => ({ value, label: said(REASON_NAMES[value]) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...answers, reason: currentTarget.value as RefundRequest['reason'] })
        }
      />
      <NativeSelect
        id={FIELD.destination}
        error={faultAt(FIELD.destination)}
        label={t('new.destination')}
        value={answers.destination}
        data={DESTINATIONS.map((value) => ({ value, label: said(DESTINATION_NAMES[value]) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...answers, destination: currentTarget.value as RefundRequest['destination'] })
        }
      />
      <Textarea
        id={FIELD.note}
        error={faultAt(FIELD.note)}
        label={t('new.words')}
        description={t('new.wordsHint')}
        value={answers.note}
        maxLength={2_000}
        rows={3}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...answers, note: currentTarget.value })}
      />
    </div>
  );
}
