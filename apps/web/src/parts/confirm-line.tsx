import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSending } from '../keys/chords';
import { Keys } from './keys-shown';
import styles from './parts.module.css';

const STILL_WORKING_MS = 8_000;

export type ConfirmLineProps = Readonly<{
  /** What will happen, in one sentence. */ question: ReactNode;
  confirm: string;
  tone: 'approve' | 'danger' | 'brand';
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  /** 2: it states a fact about money or ends what is owed. Focus begins on the safe button, and Enter never sends it. */
  level?: 1 | 2;
  /** False while there is no way back, as from what may have arrived. */ canCancel?: boolean;
  /** Fields between question and buttons. */ children?: ReactNode;
  isReady?: boolean;
}>;

/** The second step of an act: Ctrl or Cmd with Enter sends, Escape leaves, Enter alone does nothing to money. Focus begins on the first field if there is one, else, and always at level 2, on the safe button. */
export function ConfirmLine({
  question,
  confirm,
  tone,
  busy,
  onConfirm,
  onCancel,
  level = 1,
  canCancel = true,
  children,
  isReady = true,
}: ConfirmLineProps): ReactNode {
  const { t } = useTranslation('parts');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = level === 1 ? box.current?.querySelector<HTMLElement>('input, textarea, select') : null;
    (field ?? box.current?.querySelector<HTMLElement>('[data-safe]'))?.focus();
  }, [level]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !busy && canCancel) {
      event.stopPropagation();
      onCancel();
    } else if (isSending(event.nativeEvent)) {
      // Also where it is not ready yet: on the safe button it would leave what was typed.
      event.preventDefault();
      if (isReady && !busy) onConfirm();
    } else if (event.key === 'Enter' && level === 2 && isOn(event.target, '[data-send]')) event.preventDefault();
  };
  return (
    <div ref={box} role="group" aria-label={confirm} className={styles.confirm} onKeyDown={onKeyDown}>
      <div className={styles.question}>{question}</div>
      {children}
      <div className={styles.buttons}>
        {canCancel && (
          <Button
            data-safe
            variant="default"
            aria-disabled={busy}
            data-off={busy || undefined}
            className={styles.send}
            onClick={() => !busy && onCancel()}
          >
            {t('confirm.cancel')} <Keys of={['Esc']} />
          </Button>
        )}
        <SendButton tone={tone} busy={busy} isReady={isReady} onClick={onConfirm}>
          {confirm}
        </SendButton>
      </div>
      {busy && <StillWorking />}
    </div>
  );
}

const isOn = (target: EventTarget, what: string): boolean => target instanceof Element && target.closest(what) !== null;

/** Keeps its focus while it works, and takes no second click. */
function SendButton({
  tone,
  busy,
  isReady = true,
  onClick,
  children,
}: Readonly<{
  tone: ConfirmLineProps['tone'];
  busy: boolean;
  isReady?: boolean;
  onClick: () => void;
  children: ReactNode;
}>): ReactNode {
  const { t } = useTranslation('parts');
  const isOff = busy || !isReady;
  return (
    <Button
      data-send
      color={tone}
      aria-disabled={isOff}
      data-off={isOff || undefined}
      className={styles.send}
      onClick={() => !isOff && onClick()}
    >
      {busy ? t('confirm.sending') : children} {!busy && <Keys of={['Ctrl', 'Enter']} />}
    </Button>
  );
}

/** Said once an act takes long: nobody has to wait in front of it. */
export function StillWorking(): ReactNode {
  const { t } = useTranslation('parts');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), STILL_WORKING_MS);
    return () => clearTimeout(timer);
  }, []);
  return <p role="status">{isLong ? t('confirm.stillWorking') : ''}</p>;
}
