import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ActButton } from '../../parts/act-button';
import { ProblemLine } from '../../parts/state-view';
import styles from '../../parts/two-sides.module.css';

type Account = Shape<'BankAccountBody'>;
const FORMATS = ['il', 'iban'] as const;
const NUMBERS = [
  ['bank', 2],
  ['branch', 3],
  ['account', 9],
] as const;
const MOST_OF = { name: 70, iban: 64 };

/** Keeps an account for this refund; it is shown masked from then on, and pays nothing by itself. The server checks it. */
export function GivePayee({
  refundId,
  onGiven,
}: Readonly<{ refundId: string; onGiven: (payee: string) => void }>): ReactNode {
  const { t } = useTranslation('desk');
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('il');
  const [typed, setTyped] = useState<Account>({ name: '' });
  const giving = useAct(
    (body: Account, key) =>
      answered(
        api.POST('/v1/refunds/{id}/payees', {
          params: { path: { id: refundId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    { onDone: ({ id }) => onGiven(id) },
  );
  const field = (name: keyof Account, longest: number): ReactNode => (
    <TextInput
      label={t(`account.${name}`)}
      dir={name === 'name' ? 'auto' : 'ltr'}
      maxLength={longest}
      autoComplete="off"
      value={typed[name] ?? ''}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles.given}>
      <legend>{t('givePayee')}</legend>
      <NativeSelect
        label={t('account.format')}
        value={format}
        onChange={(event) => {
          setFormat(event.currentTarget.value === 'iban' ? 'iban' : 'il');
          setTyped({ name: typed.name });
        }}
        data={FORMATS.map((value) => ({ value, label: t(`account.of.${value}`) }))}
      />
      {field('name', MOST_OF.name)}
      {format === 'iban' ? (
        field('iban', MOST_OF.iban)
      ) : (
        <div className={styles.buttons}>
          {NUMBERS.map(([name, longest]) => (
            <div key={name}>{field(name, longest)}</div>
          ))}
        </div>
      )}
      <div className={styles.buttons}>
        <ActButton variant="default" busy={giving.isPending} doing={t('giving')} onAct={() => giving.act(typed)}>
          {t('keepPayee')}
        </ActButton>
      </div>
      {giving.error && <ProblemLine problem={giving.error} />}
    </fieldset>
  );
}
