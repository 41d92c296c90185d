import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_NAMES } from '@zikui/domain/shown';
import type { ReadsOn } from '../../api/use-paged';
import { Bdi } from '../../parts/bdi';
import { Icon } from '../../parts/icons';
import { Money } from '../../parts/money';
import { RowList } from '../../parts/row-list';
import { TimeShown } from '../../parts/time-shown';
import { useSaid } from '../../texts/use-locale';
import styles from './approvals.module.css';
import { keyOf, type InboxItem } from './inbox';

const ROW_PX = 64;

/** What waits: all rows are equally high. */
export function InboxList({
  items,
  at,
  chosen,
  onOpen,
  more,
  isReading,
}: Readonly<{
  items: readonly InboxItem[];
  at: number;
  chosen: ReadonlySet<string>;
  onOpen: (item: InboxItem) => void;
  more: ReadsOn;
  /** Whether they are being read to the end. */ isReading: boolean;
}>): ReactNode {
  const { t } = useTranslation('approvals');
  return (
    <RowList
      label={t('title')}
      items={items}
      idOf={idOf}
      at={at}
      onOpen={onOpen}
      more={more}
      row={(item) => <InboxRow item={item} isChosen={chosen.has(keyOf(item))} />}
      rowPx={ROW_PX}
      isBusy={isReading}
      boxClass={styles.box}
      rowClass={styles.row}
    />
  );
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
          <Bdi>{item.customerRef}</Bdi> · {said(reason)} · {t('row.rule', { rule: item.rule })}
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
