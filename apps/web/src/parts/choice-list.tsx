import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keys/use-keys';
import styles from './two-sides.module.css';

type Props<Item> = Readonly<{
  label: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  /** The id of the open one. */ open: string | null;
  onOpen: (item: Item) => void;
  row: (item: Item) => ReactNode;
}>;

/** Some rows, of which one is open; J, K and arrows go through them. For lists that one page of the API holds. */
export function ChoiceList<Item>({ label, items, idOf, open, onOpen, row }: Props<Item>): ReactNode {
  const { t } = useTranslation('parts');
  const box = useRef<HTMLDivElement>(null);
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
  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div
      ref={box}
      className={styles.choices}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={at < 0 ? undefined : `choice-${open ?? ''}`}
    >
      {items.map((item, index) => (
        <div
          key={idOf(item)}
          id={`choice-${idOf(item)}`}
          role="option"
          aria-selected={index === at}
          className={styles.choice}
          onClick={() => onOpen(item)}
        >
          {row(item)}
        </div>
      ))}
    </div>
  );
}
