import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-clock';
import { useKeys } from '../../keys/use-keys';
import { Panel } from '../../parts/panel';
import { Empty, StateView } from '../../parts/state-view';
import { useTitle } from '../../shell/use-title';
import styles from './approvals.module.css';
import { prefetchEvidence } from './evidence';
import { BulkLine, MOST_AT_ONCE } from './bulk-line';
import { EvidencePanel } from './evidence-panel';
import { itemsOf, keyOf, useInbox, VIEWS, type InboxItem, type View } from './inbox';
import { InboxList } from './inbox-list';
import { PendingLine, type Pending } from './pending-line';
import { useReminded } from './use-reminded';

type Opened = Readonly<{ refundId: string; step: number }>;

/** What waits for this person at the left, everything he needs for the decision at the right. */
export function Screen(): ReactNode {
  const { t } = useTranslation('approvals');
  const { view, opened, open } = usePlace();
  const inbox = useInbox(view);
  useReminded(inbox.data?.nextReminderAt ?? null);
  const [now] = useState(serverNow);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(
    () => itemsOf(view, inbox.data?.items ?? [], now).filter((item) => !decided.has(keyOf(item))),
    [view, inbox.data, now, decided],
  );
  const at = items.findIndex((item) => opened !== null && keyOf(item) === keyOf(opened));
  const [isEntered, setEntered] = useState(false);
  useTitle(t('title'));

  const first = items[0];
  useEffect(() => {
    if (opened === null && first) open(first);
  }, [opened, first, open]);

  const queries = useQueryClient();
  const next = items[at + 1] ?? (at > 0 ? items[at - 1] : undefined);
  useEffect(() => {
    if (next) prefetchEvidence(queries, next);
  }, [queries, next]);

  const move = (by: 1 | -1): void => {
    const to = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (to) open(to);
  };
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
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
  ]);

  const [pending, setPending] = useState<readonly Pending[]>([]);
  const goOn = useCallback(
    (commandId: string | null) => {
      setEntered(true);
      // What was decided leaves the list at once; what is only recorded is followed beside it.
      if (opened) setDecided((before) => new Set([...before, keyOf(opened)]));
      if (opened && commandId !== null) setPending((before) => [...before, { ...opened, commandId }]);
      open(next ?? null);
    },
    [next, open, opened],
  );
  const putAside = useCallback(() => {
    setEntered(true);
    open(next ?? null);
  }, [next, open]);
  const settle = useCallback((one: Pending, isRefused: boolean) => {
    setPending((before) => before.filter((other) => other !== one));
    if (isRefused) setDecided((before) => new Set([...before].filter((key) => key !== keyOf(one))));
  }, []);

  return (
    <div className={styles.desk}>
      <section className={styles.list} aria-label={t('title')}>
        <h1>
          {t('title')} {inbox.data && <span className="muted">{items.length}</span>}
        </h1>
        <Views chosen={view} />
        {pending.map((one) => (
          <PendingLine key={one.commandId} of={one} onSettled={settle} />
        ))}
        <BulkLine chosen={items.filter((item) => chosen.has(keyOf(item)))} onClear={() => setChosen(new Set())} />
        <StateView
          query={inbox}
          rows={8}
          isEmpty={() => items.length === 0}
          empty={
            <Empty title={t(view === 'mine' ? 'empty' : 'emptyView')}>
              {view !== 'mine' && <Link to="/approvals">{t('view.mine')}</Link>}
            </Empty>
          }
        >
          {() => (
            <InboxList
              items={items}
              at={at}
              chosen={chosen}
              onOpen={open}
              onEnd={() => void (inbox.hasNextPage && !inbox.isFetchingNextPage && inbox.fetchNextPage())}
            />
          )}
        </StateView>
      </section>
      <section className={styles.evidence} aria-label={t('evidence')}>
        {opened && (
          <Panel key={keyOf(opened)} rows={10}>
            <EvidencePanel
              place={opened}
              takesFocus={isEntered}
              onDone={goOn}
              onPutAside={putAside}
              hasNext={next !== undefined}
            />
          </Panel>
        )}
      </section>
    </div>
  );
}

/** No more than the API decides at once. */
function toggled(now: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(now);
  if (!next.delete(key) && next.size < MOST_AT_ONCE) next.add(key);
  return next;
}

function Views({ chosen }: Readonly<{ chosen: View }>): ReactNode {
  const { t } = useTranslation('approvals');
  return (
    <ul className={styles.views}>
      {VIEWS.map((view) => (
        <li key={view}>
          <Link
            to="/approvals"
            search={view === 'mine' ? {} : { view }}
            aria-current={view === chosen ? 'true' : undefined}
          >
            {t(`view.${view}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The address says which view and which item are open. */
function usePlace(): Readonly<{
  view: View;
  opened: Opened | null;
  open: (item: Pick<InboxItem, 'refundId' | 'step'> | null) => void;
}> {
  const { refund, step }: Readonly<{ refund?: string; step?: string }> = useParams({ strict: false });
  const { view: asked }: Readonly<{ view?: string }> = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = VIEWS.find((one) => one === asked) ?? 'mine';
  const open = useCallback(
    (item: Pick<InboxItem, 'refundId' | 'step'> | null) =>
      void navigate({
        to: item ? `/approvals/${keyOf(item)}` : '/approvals',
        search: view === 'mine' ? {} : { view },
        replace: true,
        resetScroll: false,
      }),
    [navigate, view],
  );
  const no = Number(step);
  const opened = useMemo(
    () => (refund !== undefined && Number.isInteger(no) && no > 0 ? { refundId: refund, step: no } : null),
    [refund, no],
  );
  return { view, opened, open };
}
