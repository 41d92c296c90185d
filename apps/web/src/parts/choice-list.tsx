import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadsOn } from '../api/use-paged';
import { useKeys } from '../keys/use-keys';
import { RowList } from './row-list';
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

/** Rows of which one is open; J, K and arrows go through them. */
export function ChoiceList<Item>({ items, idOf, open, onOpen, ...list }: Props<Item>): ReactNode {
  const { t } = useTranslation('parts');
  const at = items.findIndex((item) => idOf(item) === open);
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
  return (
    <RowList
      {...list}
      items={items}
      at={at}
      onOpen={onOpen}
      idOf={(item) => `choice-${idOf(item)}`}
      rowPx={ROW_PX}
      isMeasured
      boxClass={styles.choices}
      rowClass={styles.choice}
    />
  );
}
