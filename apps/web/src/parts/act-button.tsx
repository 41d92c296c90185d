import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { StillWorking } from './confirm-line';
import { Keys } from './keys-shown';
import styles from './parts.module.css';

/** The button of an act that needs no second step. While it works it keeps its focus, takes no second click, and says that nothing is lost once it takes long. */
export function ActButton({
  busy,
  doing,
  hotkey,
  variant = 'filled',
  onAct,
  children,
}: Readonly<{
  busy: boolean;
  /** What it is called while it works. */ doing: string;
  /** Its key, as it is printed. */ hotkey?: string | undefined;
  variant?: 'filled' | 'default';
  onAct: () => void;
  children: ReactNode;
}>): ReactNode {
  return (
    <>
      <Button
        variant={variant}
        aria-keyshortcuts={hotkey}
        aria-disabled={busy}
        data-off={busy || undefined}
        className={styles.send}
        onClick={() => !busy && onAct()}
      >
        {busy ? doing : children} {!busy && hotkey !== undefined && <Keys of={[hotkey]} />}
      </Button>
      {busy && <StillWorking />}
    </>
  );
}
