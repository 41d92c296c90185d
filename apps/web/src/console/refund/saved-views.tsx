import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmLine } from '../../parts/confirm-line';
import { ProblemLine } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import type { ListFilter } from './refund-queries';
import styles from './refund-list.module.css';
import { useDropView, useKeepView, useRenameView, useSavedViews, viewQueryOf, type SavedView } from './use-saved-views';
import { ViewName } from './view-name';

/** A link within a longer address is not the page that is open. */
const EXACTLY = { exact: true } as const;

type Mode = 'keep' | 'rename' | 'drop';

/** Lists that somebody looks at often, under names of his own. Each is an address: the one that is open is the one whose filters stand in it. */
export function SavedViews({ filter }: Readonly<{ filter: ListFilter }>): ReactNode {
  const { t } = useTranslation('refund');
  const { data: views = [] } = useSavedViews();
  const [mode, setMode] = useState<Mode | null>(null);
  const query = viewQueryOf(filter);
  const open = views.find((view) => view.query === query);
  const close = (): void => setMode(null);
  return (
    <section aria-label={t('views.title')}>
      <div className={styles.views}>
        <Link to="/refunds" search={{}} activeOptions={EXACTLY} aria-current={query === '' ? 'page' : undefined}>
          {t('views.all')}
        </Link>
        {views.map((view) => (
          <Link
            key={view.id}
            to="/refunds"
            activeOptions={EXACTLY}
            search={Object.fromEntries(new URLSearchParams(view.query))}
            aria-current={view === open ? 'page' : undefined}
          >
            <bdi>{view.name}</bdi>
          </Link>
        ))}
        {query !== '' && !open && (
          <Button variant="subtle" size="compact-md" onClick={() => setMode('keep')}>
            {t('views.keep')}
          </Button>
        )}
        {open && (
          <>
            <Button variant="subtle" size="compact-md" onClick={() => setMode('rename')}>
              {t('views.rename')}
            </Button>
            <Button variant="subtle" size="compact-md" onClick={() => setMode('drop')}>
              {t('views.drop')}
            </Button>
          </>
        )}
      </div>
      {mode === 'keep' && !open && <Keep key={query} query={query} views={views} onEnd={close} />}
      {mode === 'rename' && open && <Rename key={open.id} view={open} onEnd={close} />}
      {mode === 'drop' && open && <Drop key={open.id} view={open} onEnd={close} />}
    </section>
  );
}

function Keep({
  query,
  views,
  onEnd,
}: Readonly<{ query: string; views: readonly SavedView[]; onEnd: () => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const act = useKeepView(query, () => {
    announce(t('views.kept'));
    onEnd();
  });
  const others = views.map(({ name }) => name);
  return (
    <ViewName label={t('views.name')} send={t('views.save')} begun="" others={others} act={act} onCancel={onEnd} />
  );
}

function Rename({ view, onEnd }: Readonly<{ view: SavedView; onEnd: () => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const act = useRenameView(view, () => {
    announce(t('views.kept'));
    onEnd();
  });
  return (
    <ViewName
      label={t('views.name')}
      send={t('views.rename')}
      begun={view.name}
      others={[]}
      act={act}
      onCancel={onEnd}
    />
  );
}

function Drop({ view, onEnd }: Readonly<{ view: SavedView; onEnd: () => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const { act, isPending, error } = useDropView(view, () => {
    announce(t('views.dropped'));
    onEnd();
  });
  return (
    <ConfirmLine
      question={t('views.dropQuestion', { name: view.name })}
      confirm={t('views.drop')}
      tone="danger"
      busy={isPending}
      onConfirm={() => act()}
      onCancel={onEnd}
    >
      {error && <ProblemLine problem={error} />}
    </ConfirmLine>
  );
}
