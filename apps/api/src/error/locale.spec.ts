import { localeOf } from './locale';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['he', 'he'],
    ['he-IL,he;q=0.9,en;q=0.8', 'he'],
    ['en-GB, he;q=0.5', 'en'],
    ['iw', 'he'],
    ['fr, he;q=0.2', 'he'],
    ['fr', 'en'],
    ['*', 'en'],
    ['he;q=0', 'en'],
    ['HE-il', 'he'],
    ['heb', 'en'],
    ['he;q=abc', 'en'],
    ['he,'.repeat(1_000), 'en'],
  ])('for %j is %s', (header, locale) => expect(localeOf(header)).toBe(locale));
});
