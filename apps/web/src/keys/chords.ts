/** What sends a form or a confirm line. */
export const isSending = ({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean =>
  key === 'Enter' && (ctrlKey || metaKey);

/** What opens the palette; by the physical key, for a Hebrew layout types another letter there. */
export const isPalette = ({ code, ctrlKey, metaKey }: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey'>): boolean =>
  code === 'KeyK' && (ctrlKey || metaKey);

/** `KeyJ` reads `J`, `ArrowDown` reads `↓`. */
export const printed = (code: string): string =>
  ({ ArrowDown: '↓', ArrowUp: '↑', Slash: '/' })[code] ?? code.replace(/^(Key|Digit)/, '');
