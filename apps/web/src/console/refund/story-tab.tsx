import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me';
import { Bdi, Quoted } from '../../parts/bdi';
import { StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { Timeline, type Depth } from '../../parts/timeline';
import { useNotes, useStory, type RefundDetail } from './refund-queries';
import styles from './refund.module.css';

const DEPTHS: readonly Depth[] = ['key', 'all', 'technical'];

/** One timeline from the request to the end, as deep as somebody wants to look. */
export function StoryTab({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const may = useMay();
  const navigate = useNavigate();
  const asked: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const depth = DEPTHS.find((one) => one === asked['depth']) ?? 'all';
  const query = useStory(refund.id);
  return (
    <>
      <div role="group" aria-label={t('story.depth')} className={styles.depths}>
        {DEPTHS.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === depth}
            onClick={() =>
              void navigate({
                to: `/refunds/${refund.id}`,
                search: { ...asked, depth: value },
                replace: true,
              })
            }
          >
            {t(`story.${value}`)}
          </button>
        ))}
      </div>
      <StateView query={query}>{({ items }) => <Timeline entries={items} depth={depth} />}</StateView>
      {may('note.read') && <Notes id={refund.id} />}
    </>
  );
}

function Notes({ id }: Readonly<{ id: string }>): ReactNode {
  const { t } = useTranslation('refund');
  const query = useNotes(id);
  return (
    <section>
      <h2>{t('story.notes')}</h2>
      <StateView
        query={query}
        rows={2}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className="muted">{t('story.noNotes')}</p>}
      >
        {({ items }) => (
          <ul className={styles.plain}>
            {items.map((note) => (
              <li key={note.id}>
                <Bdi>{note.actor}</Bdi> · {t(`note.${note.kind}`)} · <TimeShown at={note.createdAt} />
                <div>{note.text === null ? t('note.erased') : <Quoted>{note.text}</Quoted>}</div>
              </li>
            ))}
          </ul>
        )}
      </StateView>
    </section>
  );
}
