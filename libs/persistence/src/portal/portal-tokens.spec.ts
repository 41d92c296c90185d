import { randomBytes, randomUUID } from 'node:crypto';
import { PortalTokens } from './portal-tokens';

const tokens = new PortalTokens(Buffer.alloc(32, 7));
const place = { merchantId: randomUUID(), messageId: randomUUID() };

describe('a token of the portal', () => {
  it('opens what it was made for, and two of one message are never the same', () => {
    const [first, second] = [tokens.make('link', place), tokens.make('link', place)];
    expect(first).not.toBe(second);
    for (const token of [first, second]) {
      expect(tokens.read('link', token)).toEqual(place);
      expect(token).toMatch(/^[A-Za-z0-9_-]{80,120}$/);
      expect(token).not.toContain(place.messageId.slice(0, 8));
    }
  });

  it('is none of another kind, of another key, or once a letter of it was changed', () => {
    const token = tokens.make('link', place);
    expect(tokens.read('visit', token)).toBeUndefined();
    expect(new PortalTokens(randomBytes(32)).read('link', token)).toBeUndefined();
    for (let at = 0; at < token.length - 1; at += 7) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(tokens.read('link', changed)).toBeUndefined();
    }
  });

  it.each(['', 'x', 'a'.repeat(95), `${'a'.repeat(95)}/../..`, 's1.abc', 'A'.repeat(10_000)])('is not %p', (text) =>
    expect(tokens.read('link', text)).toBeUndefined(),
  );
});
