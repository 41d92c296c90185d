export type Overlay = 'keys' | 'palette';
type Listener = () => void;

let open: Overlay | null = null;
const listeners = new Set<Listener>();

export function openOverlay(which: Overlay | null): void {
  open = which;
  for (const tell of listeners) tell();
}
export const openNow = (): Overlay | null => open;
export const onOverlay = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
