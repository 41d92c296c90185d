import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ReadsOn } from '../api/use-paged';
import styles from './row-list.module.css';
import { ProblemView } from './state-view';

type Props<Item> = Readonly<{
  label: string;
  items: readonly Item[];
  /** Of the row's element. */ idOf: (item: Item) => string;
  /** Place of the open one; -1 when none is. */ at: number;
  onOpen: (item: Item) => void;
  /** What reads the next page once the last rows come in sight. */ more: ReadsOn;
  row: (item: Item) => ReactNode;
  /** How high most rows are; with `isMeasured` each is measured once it is shown, else all are so high. */ rowPx: number;
  isMeasured?: boolean;
  /** While more is read than the eye asks for, as to the end. */ isBusy?: boolean;
  boxClass?: string | undefined;
  rowClass?: string | undefined;
}>;

const NEAR_END = 20;

/**
 * Rows of which one is open. However many there are, only those in sight are in the page, and the open one always is.
 * How many there are in all is said once the last page was read; a page that failed is read again when somebody asks.
 */
export function RowList<Item>({
  label,
  items,
  idOf,
  at,
  onOpen,
  more,
  row,
  rowPx,
  isMeasured = false,
  isBusy,
  boxClass,
  rowClass,
}: Props<Item>): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the list measures itself; nothing here is memoized
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    if (at >= 0 && !isInSight(rows, at)) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  const shown = rows.getVirtualItems();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = more;
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= items.length - NEAR_END;
  const isGoing = isNearEnd && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (isGoing && !isFetchingNextPage) void fetchNextPage();
  }, [isGoing, isFetchingNextPage, fetchNextPage]);
  const open = items[at];
  return (
    <>
      <div
        ref={box}
        className={classesOf(styles.box, boxClass)}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-busy={isBusy}
        aria-activedescendant={open && idOf(open)}
      >
        <div role="presentation" className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const item = items[index];
            return (
              item && (
                <div
                  key={idOf(item)}
                  ref={isMeasured ? rows.measureElement : undefined}
                  data-index={index}
                  id={idOf(item)}
                  role="option"
                  aria-selected={index === at}
                  aria-setsize={hasNextPage ? -1 : items.length}
                  aria-posinset={index + 1}
                  className={classesOf(styles.row, rowClass)}
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

const classesOf = (...names: readonly (string | undefined)[]): string => names.filter(Boolean).join(' ');

/** From what the list knows by itself: asking the page would lay it out once more for every stroke. */
function isInSight(
  { scrollOffset, scrollRect, measurementsCache }: Virtualizer<HTMLDivElement, Element>,
  at: number,
): boolean {
  const row = measurementsCache[at];
  if (scrollOffset === null || scrollRect === null || !row) return false;
  return row.start >= scrollOffset && row.end <= scrollOffset + scrollRect.height;
}
