import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** Keys as they are printed, left to right in every language. Readers of the screen hear `aria-keyshortcuts` of the button instead. */
export const Keys = ({ of }: Readonly<{ of: readonly string[] }>): ReactNode => (
  <span className={styles.keys} aria-hidden="true">
    <span dir="ltr">
      {of.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  </span>
);
