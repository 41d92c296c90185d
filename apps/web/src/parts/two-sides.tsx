import type { ReactNode } from 'react';
import styles from './two-sides.module.css';

/** A desk: what waits at one side, what is open at the other. One below the other where the page is narrow. */
export function TwoSides({
  title,
  list,
  about,
  children,
}: Readonly<{
  title: string;
  list: ReactNode;
  /** What the open side is called. */ about: string;
  children: ReactNode;
}>): ReactNode {
  return (
    <div className={styles.sides}>
      <section className={styles.list} aria-label={title}>
        <h1>{title}</h1>
        {list}
      </section>
      <section className={styles.open} aria-label={about}>
        {children}
      </section>
    </div>
  );
}

/** A part of what is open, under its own small heading. */
export function Part({ title, children }: Readonly<{ title: string; children: ReactNode }>): ReactNode {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
