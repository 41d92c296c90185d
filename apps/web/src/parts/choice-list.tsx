import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadsOn } from '../api/use-paged';
import { useKeys } from '../keys/use-keys';
import { ProblemView } from './state-view';
import styles from './two-sides.module.css';

type Props<Item> = Readonly<{
  label: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  /** The id of the open one. */ open: string | null;
  onOpen: (item: Item) => void;
  /** What reads the next page once the last rows come in sight. */ more: ReadsOn;
  row: (item: Item) => ReactNode;
}>;

/** As high as most rows are; each is measured once it is shown. */
const ROW_PX = 84;
const NEAR_END = 20;

/** Rows of which one is open; J, K and arrows go through them. However many there are, only those in sight are in the page, and the open one always is. */
export function ChoiceList<Item>({ label, items, idOf, open, onOpen, more, row }: Props<Item>): ReactNode {
  const { t } = useTranslation('parts');
  const box = useRef<HTMLDivElement>(null);
  const at = items.findIndex((item) => idOf(item) === open);
  // eslint-disable-next-line react-hooks/incompatible-library -- the list measures itself; nothing here is memoized
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });
  const move = (by: 1 | -1) => (): void => {
    const to = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (to) onOpen(to);
  };
  useKeys([
    { code: 'KeyJ', label: t('list.next'), act: move(1) },
    { code: 'KeyK', label: t('list.previous'), act: move(-1) },
    { code: 'ArrowDown', label: t('list.next'), act: move(1) },
    { code: 'ArrowUp', label: t('list.previous'), act: move(-1) },
  ]);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  const shown = rows.getVirtualItems();
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= items.length - NEAR_END;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = more;
  const isGoing = isNearEnd && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (isGoing && !isFetchingNextPage) void fetchNextPage();
  }, [isGoing, isFetchingNextPage, fetchNextPage]);
  const chosen = items[at];
  return (
    <>
      <div
        ref={box}
        className={styles.choices}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={chosen && `choice-${idOf(chosen)}`}
      >
        <div role="presentation" className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const item = items[index];
            return (
              item && (
                <div
                  key={idOf(item)}
                  ref={rows.measureElement}
                  data-index={index}
                  id={`choice-${idOf(item)}`}
                  role="option"
                  aria-selected={index === at}
                  aria-setsize={items.length}
                  aria-posinset={index + 1}
                  className={styles.choice}
                  style={{ insetBlockStart: start }}
                  onClick={() => onOpen(item)}
                >
                  {row(item)}
                </div>
              )
            );
          })}
        </div>
      </div>
      {isFetchNextPageError && more.error && <ProblemView problem={more.error} onAgain={() => void fetchNextPage()} />}
    </>
  );
}
