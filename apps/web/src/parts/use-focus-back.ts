import { useEffect, useRef, type RefObject } from 'react';

/** Focus goes back to where a line was opened from: to the first button of `place` once `isOpen` is over. */
export function useFocusBack(place: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) place.current?.querySelector<HTMLElement>('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, place]);
}
