/** Nothing may be loaded or framed but our own script, style sheets, images and fonts. */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
};

/** For helmet: what stands on every answer. */
export const CONTENT_POLICY = {
  useDefaults: false,
  directives: Object.fromEntries(Object.entries(DIRECTIVES).map(([name, sources]) => [name, [...sources]])),
};

/** The same for one page whose script adds style elements of its own, each with this nonce. */
export const contentPolicyWith = (nonce: string): string =>
  Object.entries(DIRECTIVES)
    .map(([name, sources]) => {
      const all = name === 'style-src' ? [...sources, `'nonce-${nonce}'`] : sources;
      return `${name} ${all.join(' ')}`;
    })
    .join(';');
