/** What the page itself saw, in milliseconds. */
type Watch = { firstRow: number; keys: number[]; opened: number[] };
export type Watched = typeof globalThis & { inboxWatch: Watch };

/** Runs in the page, before it begins: when its first row was painted. */
export function watchFirstRow(): void {
  const watch: Watch = { firstRow: 0, keys: [], opened: [] };
  (globalThis as Watched).inboxWatch = watch;
  const look = (): void => {
    if (document.querySelector('[role=option]') === null) requestAnimationFrame(look);
    else setTimeout(() => (watch.firstRow = performance.now()));
  };
  requestAnimationFrame(look);
}

/** Runs in the page: for each J, when the next row was painted as chosen, and when its evidence was. */
export function watchKeys(): void {
  const watch: Watch = { firstRow: 0, keys: [], opened: [] };
  (globalThis as Watched).inboxWatch = watch;
  const list = document.querySelector('[role=listbox]');
  const heading = (): Element | null => document.querySelector('main section:last-of-type h2');
  const painted = (then: () => void): void => void requestAnimationFrame(() => setTimeout(then));
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.code !== 'KeyJ') return;
      const begun = event.timeStamp;
      const before = heading();
      const moved = new MutationObserver(() => {
        moved.disconnect();
        painted(() => watch.keys.push(performance.now() - begun));
      });
      if (list) moved.observe(list, { attributes: true, attributeFilter: ['aria-activedescendant'] });
      const look = (): void => {
        const now = heading();
        if (now !== null && now !== before) setTimeout(() => watch.opened.push(performance.now() - begun));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}
