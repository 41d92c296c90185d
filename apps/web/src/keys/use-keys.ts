import { useEffect, useRef } from 'react';
import { keyBook, type KeyUse } from './key-book';

/**
 * Keys of a screen by their physical place (`event.code`), so that they are the same on every layout. They work only while
 * no field has the focus and no dialog is open, and not at all once the reader switched them off; arrows always do.
 */
export function useKeys(uses: readonly KeyUse[]): void {
  const current = useRef(uses);
  useEffect(() => {
    current.current = uses;
  });
  useEffect(() => keyBook.add(() => current.current), []);
}
