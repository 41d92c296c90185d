import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import { announce } from '../shell/announce';
import { Icon } from './icons';
import styles from './parts.module.css';

/** Somebody was faster, or what was shown is no more. Stands in place, keeps what was typed, and offers one way on. */
export function ConflictCard({
  problem,
  onward,
  onOnward,
  level = 3,
  children,
}: Readonly<{
  problem: Problem;
  onward: string;
  onOnward: () => void;
  /** Of its heading: one below that of the part in which it stands. */ level?: 2 | 3;
  children?: ReactNode;
}>): ReactNode {
  const { t } = useTranslation('parts');
  const Heading = `h${level}` as const;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    announce(problem.message, 'assertive');
  }, [problem]);
  return (
    <section className={styles.conflict} aria-label={t('conflict.title')}>
      <Heading ref={heading} tabIndex={-1}>
        <Icon name="IconAlertTriangle" /> {t('conflict.title')}
      </Heading>
      <p>{problem.message}</p>
      {children}
      <Button onClick={onOnward}>{onward}</Button>
    </section>
  );
}
