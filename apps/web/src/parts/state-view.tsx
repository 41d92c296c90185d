import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORK_LOST, type Problem } from '../api/problem';
import { IdChip } from './id-chip';
import { Icon } from './icons';
import styles from './parts.module.css';

const SKELETON_AFTER_MS = 150;

/** The four states that every list and panel has besides being full: loading, empty, refused, forbidden. */
export function StateView<Data>({
  query,
  rows = 4,
  isEmpty,
  empty,
  children,
}: Readonly<{
  query: Pick<UseQueryResult<Data, Problem>, 'data' | 'error' | 'refetch' | 'isFetching'>;
  /** Lines of the skeleton. */ rows?: number;
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}>): ReactNode {
  const { data, error, refetch } = query;
  if (data !== undefined) return isEmpty?.(data) ? empty : children(data);
  if (error?.status === 403) return <Forbidden permission={permissionIn(error)} />;
  if (error) return <ProblemView problem={error} onAgain={() => void refetch()} />;
  return <Skeleton rows={rows} />;
}

const permissionIn = ({ values: { permission } }: Problem): string =>
  typeof permission === 'string' ? permission : '';

/** The outline of what comes. Nothing for a moment, so that fast answers do not flicker. */
export function Skeleton({ rows = 4 }: Readonly<{ rows?: number }>): ReactNode {
  const { t } = useTranslation('parts');
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SKELETON_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true" className={styles.skeleton}>
      <span className="for-readers">{t('state.loading')}</span>
      {isShown && Array.from({ length: rows }, (_, index) => <div key={index} />)}
    </div>
  );
}

/** Why there is nothing, and what to do instead. */
export function Empty({ title, children }: Readonly<{ title: string; children?: ReactNode }>): ReactNode {
  return (
    <div className={styles.state}>
      <Icon name="IconCircleCheck" size={28} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What was refused: its sentence, code and request id, and a way to try again. */
export function ProblemView({ problem, onAgain }: Readonly<{ problem: Problem; onAgain?: () => void }>): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <div className={styles.state} role="alert">
      <Icon name="IconAlertTriangle" size={28} />
      <p>{sentenceOf(problem, t)}</p>
      <p className="muted">
        <bdi dir="ltr">{problem.code}</bdi>
        {problem.requestId !== null && (
          <>
            {' '}
            · {t('state.request')} <IdChip id={problem.requestId} />
          </>
        )}
      </p>
      {onAgain && (
        <Button variant="default" onClick={onAgain}>
          {t('state.again')}
        </Button>
      )}
    </div>
  );
}

/** A refusal beside the button that asked. */
export function ProblemLine({ problem }: Readonly<{ problem: Problem }>): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <div className={styles.problemLine} role="alert">
      <Icon name="IconAlertTriangle" /> <span>{sentenceOf(problem, t)}</span>
    </div>
  );
}

const sentenceOf = (problem: Problem, t: (key: string) => string): string => {
  if (problem.code === NETWORK_LOST) return t('state.networkLost');
  return problem.message === '' ? t('state.unreadable') : problem.message;
};

/** Which right is missing, and who gives it. */
export function Forbidden({ permission }: Readonly<{ permission: string }>): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <div className={styles.state}>
      <Icon name="IconShieldLock" size={28} />
      <h2>{t('state.forbidden')}</h2>
      <p>{t('state.needs', { permission })}</p>
    </div>
  );
}
