import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../keys/use-keys';
import { Panel } from '../../parts/panel';
import { Empty, StateView } from '../../parts/state-view';
import { useTitle } from '../../shell/use-title';
import styles from './approvals.module.css';
import { prefetchEvidence } from './evidence';
import { BulkLine, MOST_AT_ONCE } from './bulk-line';
import { Decided } from './decided';
import { DueWithOthers } from './due-with-others';
import { EvidencePanel } from './evidence-panel';
import { isSame, itemsOf, keyOf, useInbox, type InboxItem, type Place } from './inbox';
import { InboxList } from './inbox-list';
import { PendingLine, type Pending } from './pending-line';
import { isPlace, usePlace } from './use-place';
import { useReminded } from './use-reminded';
import { Views } from './views';

/** Nobody has more than that before him. */
const MOST_PAGES = 1_000;

export function Screen(): ReactNode {
  const place = usePlace();
  return place.view === 'decided' ? <Decided {...place} /> : <Waiting {...place} />;
}

/** What waits for this person at the left, everything he needs for the decision at the right. */
function Waiting({ view, opened, open }: ReturnType<typeof usePlace>): ReactNode {
  const { t } = useTranslation('approvals');
  const inbox = useInbox(view);
  useReminded(inbox.data?.nextReminderAt ?? null);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const shownOf = useCallback(
    (all: readonly InboxItem[]) => itemsOf(view, all).filter((item) => !decided.has(keyOf(item))),
    [view, decided],
  );
  const items = useMemo(() => shownOf(inbox.data?.items ?? []), [shownOf, inbox.data]);
  const at = opened === null ? -1 : items.findIndex((item) => isSame(item, opened));
  const [isEntered, setEntered] = useState(false);
  useTitle(t('title'));

  const first = items[0];
  useEffect(() => {
    if (opened === null && first) open(first);
  }, [opened, first, open]);

  // The list moves at once; what lies beside it follows as soon as there is time, and skips what was only passed by.
  const shown = useDeferredValue(opened);
  const queries = useQueryClient();
  const next = nextTo(items, shown);
  useEffect(() => {
    if (next) prefetchEvidence(queries, next);
  }, [queries, next]);

  const move = (by: 1 | -1): void => {
    const to = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (to) open(to);
  };
  const end = useEnd(inbox, (all) => open(shownOf(all).at(-1) ?? null));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const together = useMemo(() => items.filter((item) => chosen.has(keyOf(item))), [items, chosen]);
  const choose = (): void => {
    const item = items[at];
    if (item) setChosen((now) => toggled(now, keyOf(item)));
  };
  useKeys([
    { code: 'KeyX', label: t('key.choose'), act: choose },
    { code: 'KeyJ', label: t('key.next'), act: () => move(1) },
    { code: 'KeyK', label: t('key.previous'), act: () => move(-1) },
    { code: 'ArrowDown', label: t('key.next'), act: () => move(1) },
    { code: 'ArrowUp', label: t('key.previous'), act: () => move(-1) },
    { code: 'Home', label: t('key.first'), act: () => first && open(first) },
    { code: 'End', label: t('key.last'), act: () => void end.go() },
  ]);

  const [pending, setPending] = useState<readonly Pending[]>([]);
  const listed = useRef(items);
  useEffect(() => {
    listed.current = items;
  }, [items]);
  const goOn = useCallback(
    (from: Place, commandId: string | null) => {
      setEntered(true);
      open(nextTo(listed.current, from) ?? null);
      // What was decided leaves the list at once; what is only recorded is followed beside it.
      setDecided((before) => new Set([...before, keyOf(from)]));
      if (commandId !== null) setPending((before) => [...before, { ...from, commandId }]);
    },
    [open],
  );
  const putAside = useCallback(
    (from: Place) => {
      goOn(from, null);
      // Until the list was read anew; after that it is the server that says where it is.
      const shownAgain = (): void => setDecided((before) => new Set([...before].filter((key) => key !== keyOf(from))));
      void queries.invalidateQueries({ queryKey: ['approvals'] }).then(shownAgain);
    },
    [goOn, queries],
  );
  const settle = useCallback((one: Pending, isRefused: boolean) => {
    setPending((before) => before.filter((other) => other !== one));
    if (isRefused) setDecided((before) => new Set([...before].filter((key) => key !== keyOf(one))));
  }, []);

  return (
    <div className={styles.desk}>
      <section className={styles.list} aria-label={t('title')}>
        <h1>
          {t('title')}{' '}
          {inbox.data && <span className="muted">{`${String(items.length)}${inbox.hasNextPage ? '+' : ''}`}</span>}
        </h1>
        <Views chosen={view} />
        {pending.map((one) => (
          <PendingLine key={one.commandId} of={one} onSettled={settle} />
        ))}
        <BulkLine chosen={together} onClear={() => setChosen(new Set())} />
        <StateView
          query={inbox}
          rows={8}
          isEmpty={() => items.length === 0}
          empty={
            <Empty title={t(view === 'mine' ? 'empty' : 'emptyView')}>
              {view !== 'mine' && <Link to="/approvals">{t('view.mine')}</Link>}
              {(view === 'mine' || view === 'due') && <DueWithOthers />}
            </Empty>
          }
        >
          {() => <InboxList items={items} at={at} chosen={chosen} onOpen={open} more={inbox} isReading={end.isGoing} />}
        </StateView>
      </section>
      {/* While it still shows another one than the list says, nothing can be done there. */}
      <section className={styles.evidence} aria-label={t('evidence')} inert={!isPlace(shown, opened)}>
        {shown && (
          <Beside
            place={shown}
            takesFocus={isEntered}
            onDone={goOn}
            onPutAside={putAside}
            hasNext={next !== undefined}
          />
        )}
      </section>
    </div>
  );
}

/** The one behind it, or before it where it is the last. */
function nextTo<Item extends Place>(items: readonly Item[], place: Place | null): Item | undefined {
  const at = place === null ? -1 : items.findIndex((item) => isSame(item, place));
  return items[at + 1] ?? (at > 0 ? items[at - 1] : undefined);
}

/** Drawn anew when its own place changes, not each time the list moves. */
const Beside = memo(function Beside({
  place,
  onDone,
  onPutAside,
  ...more
}: Readonly<{
  place: Place;
  takesFocus: boolean;
  onDone: (from: Place, commandId: string | null) => void;
  onPutAside: (from: Place) => void;
  hasNext: boolean;
}>): ReactNode {
  const done = useCallback((commandId: string | null) => onDone(place, commandId), [onDone, place]);
  const aside = useCallback(() => onPutAside(place), [onPutAside, place]);
  return (
    <Panel key={keyOf(place)} rows={10}>
      <EvidencePanel place={place} onDone={done} onPutAside={aside} {...more} />
    </Panel>
  );
});

/** The way to the last row: all pages are read first, one after the other. */
function useEnd(
  { fetchNextPage, hasNextPage, data }: ReturnType<typeof useInbox>,
  openLastOf: (items: readonly InboxItem[]) => void,
): Readonly<{ isGoing: boolean; go: () => Promise<void> }> {
  const [isGoing, setGoing] = useState(false);
  const go = async (): Promise<void> => {
    if (isGoing) return;
    setGoing(true);
    let read = { hasNextPage, data, isFetchNextPageError: false };
    for (let page = 0; read.hasNextPage && !read.isFetchNextPageError && page < MOST_PAGES; page += 1)
      read = await fetchNextPage();
    setGoing(false);
    openLastOf(read.data?.items ?? []);
  };
  return { isGoing, go };
}

/** No more than the API decides at once. */
function toggled(now: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(now);
  if (!next.delete(key) && next.size < MOST_AT_ONCE) next.add(key);
  return next;
}
