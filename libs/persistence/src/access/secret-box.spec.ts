import { randomBytes } from 'node:crypto';
import { SecretBox } from './secret-box';

describe('SecretBox', () => {
  const box = new SecretBox(randomBytes(32));

  it('opens what it sealed, in any language', () => {
    expect(box.open(box.seal('דנה כהן', 'customer:1'), 'customer:1')).toBe('דנה כהן');
  });

  it('never seals one text twice alike', () => {
    expect(box.seal('same', 'c')).not.toBe(box.seal('same', 'c'));
  });

  it('does not open a text that was moved to another row', () => {
    const sealed = box.seal('secret', 'customer:1');
    expect(() => box.open(sealed, 'customer:2')).toThrow();
  });

  it('does not open a text of which any one byte was changed', () => {
    const [version, packed = ''] = box.seal('secret', 'c').split('.');
    const bytes = Buffer.from(packed, 'base64url');
    for (const [at, byte] of bytes.entries()) {
      const changed = bytes.with(at, byte ^ 1);
      expect(() => box.open(`${version}.${Buffer.from(changed).toString('base64url')}`, 'c')).toThrow();
    }
  });

  it('does not open a cut text, or one of another key', () => {
    const sealed = box.seal('secret', 'c');
    expect(() => box.open(sealed.slice(0, 12), 'c')).toThrow();
    expect(() => box.open('plain', 'c')).toThrow('unknown version');
    expect(() => new SecretBox(randomBytes(32)).open(sealed, 'c')).toThrow();
  });

  it('hashes equal texts alike within a context and a key only', () => {
    const hash = box.keyedHash('a@example.com', 'm1');
    expect(box.keyedHash('a@example.com', 'm1')).toBe(hash);
    expect(box.keyedHash('a@example.com', 'm2')).not.toBe(hash);
    expect(new SecretBox(randomBytes(32)).keyedHash('a@example.com', 'm1')).not.toBe(hash);
  });

  it('refuses a master key of another length', () => {
    expect(() => new SecretBox(randomBytes(16))).toThrow(RangeError);
  });
});
