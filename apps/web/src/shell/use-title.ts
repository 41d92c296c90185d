import { useEffect } from 'react';

/** What the tab says. Nothing personal: it stands in histories. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Zikui`;
  }, [title]);
}
