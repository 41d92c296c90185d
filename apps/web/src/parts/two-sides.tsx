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

/** A part of a page under its own small heading: of what is open at a desk, or, at level 2, of the whole page. */
export function Part({
  title,
  level = 3,
  children,
}: Readonly<{ title: string; level?: 2 | 3; children: ReactNode }>): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.part}>
      <Heading className={styles.partTitle}>{title}</Heading>
      {children}
    </section>
  );
}
