import { formatMoney, type Money as Amount } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useLocale } from '../texts/use-locale';
import styles from './parts.module.css';

/** An amount as the server gave it, in the way of the reader's language. Nothing else writes money. */
export function Money({ of, strong = false }: Readonly<{ of: Amount; strong?: boolean }>): ReactNode {
  const locale = useLocale();
  const text = formatMoney(of, locale);
  return <bdi className={strong ? styles.strongMoney : styles.money}>{text}</bdi>;
}

/** The same for attributes and for values of sentences. */
export const useMoney = (): ((of: Amount) => string) => {
  const locale = useLocale();
  return (of) => formatMoney(of, locale);
};
