import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { faultAt } from '../../api/problem';
import type { Act } from '../../api/use-act';
import { ProblemLine } from '../../parts/state-view';
import styles from './refund.module.css';
import type { SavedView } from './use-saved-views';

const LONGEST_NAME = 60;

/** Asks for the name of a view; what is wrong with it stands at the field, and what was typed stays. */
export function ViewName({
  label,
  send,
  begun,
  others,
  act: { act, isPending, error },
  onCancel,
}: Readonly<{
  label: string;
  send: string;
  begun: string;
  /** Names that keeping would write over. */ others: readonly string[];
  act: Act<string, SavedView>;
  onCancel: () => void;
}>): ReactNode {
  const { t } = useTranslation('refund');
  const { t: parts } = useTranslation('parts');
  const [name, setName] = useState(begun);
  const [isEmpty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const asked = name.trim();
    setEmpty(asked === '');
    if (asked === '') field.current?.focus();
    else act(asked);
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && !isPending) onCancel();
  };
  const fault = isEmpty ? t('views.nameMissing') : faultAt(error, '/name');
  return (
    <form className={styles.filters} aria-label={label} onSubmit={submit} onKeyDown={onKeyDown}>
      <TextInput
        ref={field}
        label={label}
        description={others.includes(name.trim()) ? t('views.replaces') : undefined}
        value={name}
        dir="auto"
        maxLength={LONGEST_NAME}
        autoComplete="off"
        error={fault}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          setEmpty(false);
        }}
      />
      <Button type="submit" aria-disabled={isPending} data-off={isPending || undefined}>
        {send}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {parts('confirm.cancel')}
      </Button>
      {error && fault === undefined && <ProblemLine problem={error} />}
    </form>
  );
}
