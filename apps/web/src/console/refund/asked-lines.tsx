import { NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { Bdi } from '../../parts/bdi';
import type { FormFault } from '../../parts/error-summary';
import { Money } from '../../parts/money';
import { FIELD } from './form-faults';
import type { Answers } from './refund-request';
import styles from './refund.module.css';
import formStyles from './new-refund.module.css';

/** How much of each line, of the shipping, and what beside them. */
export function AskedLines({
  sale,
  answers,
  faults,
  onChange,
}: Readonly<{
  sale: Shape<'Sale'>;
  answers: Answers;
  faults: readonly FormFault[];
  onChange: (answers: Answers) => void;
}>): ReactNode {
  const { t } = useTranslation('refund');
  const faultAt = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.text;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('new.item')}</th>
            <th scope="col" className={styles.amount}>
              {t('new.paid')}
            </th>
            <th scope="col">{t('new.units')}</th>
          </tr>
        </thead>
        <tbody>
          {sale.lines.map(({ ref, description, quantity, total }) => (
            <tr key={ref}>
              <th scope="row">
                <Bdi>{description}</Bdi>
              </th>
              <td className={styles.amount}>
                <Money of={total} />
              </td>
              <td>
                <span className={formStyles.unitsOf}>
                  <NumberInput
                    id={FIELD.line(ref)}
                    error={faultAt(FIELD.line(ref))}
                    aria-label={t('new.unitsOf', { item: description })}
                    className={formStyles.units}
                    value={answers.units[ref] ?? 0}
                    min={0}
                    max={quantity}
                    allowDecimal={false}
                    allowNegative={false}
                    clampBehavior="strict"
                    hideControls
                    onFocus={({ currentTarget }) => currentTarget.select()}
                    onChange={(value) =>
                      onChange({ ...answers, units: { ...answers.units, [ref]: Number(value) || 0 } })
                    }
                  />
                  <span>{t('new.of', { count: quantity })}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sale.shipping.total.amount > 0 && (
        <label className={styles.check}>
          <input
            id={FIELD.shipping}
            type="checkbox"
            aria-invalid={faultAt(FIELD.shipping) !== undefined || undefined}
            checked={answers.shipping}
            onChange={({ currentTarget }) => onChange({ ...answers, shipping: currentTarget.checked })}
          />
          {t('new.shipping')}
        </label>
      )}
      {faultAt(FIELD.shipping) !== undefined && <p className={formStyles.fault}>{faultAt(FIELD.shipping)}</p>}
      <TextInput
        id={FIELD.goodwill}
        label={t('new.goodwill')}
        className={formStyles.short}
        value={answers.goodwill}
        dir="ltr"
        inputMode="decimal"
        maxLength={20}
        rightSection={<bdi>{sale.currency}</bdi>}
        rightSectionWidth={52}
        error={faultAt(FIELD.goodwill)}
        onChange={({ currentTarget }) => onChange({ ...answers, goodwill: currentTarget.value })}
      />
    </>
  );
}
