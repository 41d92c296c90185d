import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLogo } from './read-logo';

describe('the logo of a shop', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zikui-logo-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (content: Buffer): string => {
    const name = path.join(folder, 'logo');
    writeFileSync(name, content);
    return name;
  };
  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

  it('stands in its pages as it is, whatever its file is called', () =>
    expect(readLogo(file(PNG))).toBe(`data:image/png;base64,${PNG.toString('base64')}`));

  it.each([
    ['a picture that runs scripts', Buffer.from('<svg/>'), 'PNG, JPEG or WebP'],
    ['one that is too large', Buffer.concat([PNG, Buffer.alloc(48 * 1024)]), 'larger than 48 kB'],
  ])('is never %s', (_, content, sentence) => expect(() => readLogo(file(content))).toThrow(sentence));

  it('is named, when it is not there', () => expect(() => readLogo(path.join(folder, 'none'))).toThrow('--logo'));
});
