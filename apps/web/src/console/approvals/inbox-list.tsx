import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_NAMES } from '@zikui/domain/shown';
import { Bdi } from '../../parts/bdi';
import { Icon } from '../../parts/icons';
import { Money } from '../../parts/money';
import { TimeShown } from '../../parts/time-shown';
import { useSaid } from '../../texts/use-locale';
import styles from './approvals.module.css';
import { keyOf, type InboxItem } from './inbox';

const ROW_PX = 64;
const NEAR_END = 20;

/** Only rows in sight are in the page, and the chosen one always is. */
export function InboxList({
  items,
  at,
  chosen: together,
  onOpen,
  onEnd,
  hasMore,
  isReading,
}: Readonly<{
  items: readonly InboxItem[];
  at: number;
  chosen: ReadonlySet<string>;
  onOpen: (item: InboxItem) => void;
  onEnd: () => void;
  /** Whether there are rows behind the last one that were not read yet: how many, nobody knows. */ hasMore: boolean;
  /** Whether they are being read to the end. */ isReading: boolean;
}>): ReactNode {
  const { t } = useTranslation('approvals');
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the list measures itself; nothing here is memoized
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
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
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  const isNearEnd = last >= items.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onEnd();
  }, [isNearEnd, onEnd]);
  const chosen = items[at];
  return (
    <div
      ref={box}
      className={styles.box}
      role="listbox"
      tabIndex={0}
      aria-label={t('title')}
      aria-busy={isReading}
      aria-activedescendant={chosen && idOf(chosen)}
    >
      <div role="presentation" className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item && (
              <div
                key={keyOf(item)}
                id={idOf(item)}
                role="option"
                aria-selected={index === at}
                aria-setsize={hasMore ? -1 : items.length}
                aria-posinset={index + 1}
                className={styles.row}
                style={{ insetBlockStart: start }}
                onClick={() => onOpen(item)}
              >
                <InboxRow item={item} isChosen={together.has(keyOf(item))} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** From what the list knows by itself: asking the page would lay it out once more for every stroke. */
function isInSight({ scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>, at: number): boolean {
  if (scrollOffset === null || scrollRect === null) return false;
  return at * ROW_PX >= scrollOffset && (at + 1) * ROW_PX <= scrollOffset + scrollRect.height;
}

const idOf = (item: InboxItem): string => `step-${keyOf(item).replace('/', '-')}`;

/** Drawn anew when it changes, not each time the list moves. */
const InboxRow = memo(function InboxRow({
  item,
  isChosen,
}: Readonly<{ item: InboxItem; isChosen: boolean }>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const reason = REASON_NAMES[item.reason as keyof typeof REASON_NAMES];
  return (
    <>
      <span className={styles.rowHead}>
        <Money of={item.payout} strong />
        {item.dueAt !== null && <TimeShown at={item.dueAt} />}
      </span>
      <span className={styles.rowMore}>
        <span>
          <Bdi>{item.saleRef}</Bdi> · {said(reason)}
        </span>
        {isChosen && (
          <span className={styles.chosen}>
            <Icon name="IconCheck" size={14} /> {t('row.chosen')}
          </span>
        )}
        {item.remindAt !== null && (
          <span>
            {t('row.reminded')} <TimeShown at={item.remindAt} />
          </span>
        )}
        {item.statutory && <span>{t('row.law')}</span>}
        {item.openQuestions > 0 && <span>{t('row.questions', { count: item.openQuestions })}</span>}
      </span>
    </>
  );
});
