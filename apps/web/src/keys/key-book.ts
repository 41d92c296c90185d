import { choiceOf, rememberChoice } from '../theme/choice';

export type KeyUse = Readonly<{
  code: string;
  /** Pressed before, as in `G` then `A`. */ after?: string;
  shift?: boolean;
  /** What the key list says. */ label: string;
  act: () => void;
}>;
type Uses = () => readonly KeyUse[];

const PREFIX_LASTS_MS = 1_500;
const FIELD = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';

/** Every key that does something now, which the key list shows. */
class KeyBook {
  private readonly books = new Set<Uses>();
  private prefix: Readonly<{ code: string; until: number }> | null = null;

  get isOn(): boolean {
    return choiceOf('zikui-keys') !== 'off';
  }

  set isOn(on: boolean) {
    rememberChoice('zikui-keys', on ? 'on' : 'off');
  }

  get uses(): readonly KeyUse[] {
    return [...this.books].flatMap((uses) => uses());
  }

  add(uses: Uses): () => void {
    this.books.add(uses);
    return () => void this.books.delete(uses);
  }

  listen(): () => void {
    const onKeyDown = (event: KeyboardEvent): void => this.press(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
    if (!isMove(event.code) && !this.isOn) return;
    const prefix = this.prefix !== null && this.prefix.until > Date.now() ? this.prefix.code : undefined;
    this.prefix = null;
    const isMine = (use: KeyUse): boolean =>
      use.code === event.code && use.after === prefix && (use.shift ?? false) === event.shiftKey;
    // What stands nearest to the reader was added last.
    const use = this.uses.findLast(isMine);
    if (use) {
      event.preventDefault();
      use.act();
    } else if (this.uses.some(({ after }) => after === event.code)) {
      this.prefix = { code: event.code, until: Date.now() + PREFIX_LASTS_MS };
    }
  }
}

/** Keys that write nothing always work; letters can be switched off. */
const isMove = (code: string): boolean => code.startsWith('Arrow') || code === 'Home' || code === 'End';

/** A field types its own letters, and behind an open dialog nothing happens. */
const isElsewhere = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest(FIELD) !== null) || document.querySelector('dialog[open]') !== null;

export const keyBook = new KeyBook();
