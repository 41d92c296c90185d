import fc from 'fast-check';
import { evidenceTypeOf } from './evidence-type';

describe('a file of evidence', () => {
  it.each([
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 1]],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]],
    ['image/webp', [...Buffer.from('RIFF\u0001\u0002\u0003\u0004WEBPVP8 ')]],
  ])('is known as %s by its first bytes', (type, bytes) => expect(evidenceTypeOf(Uint8Array.from(bytes))).toBe(type));

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', 'PK\u0003\u0004', '%PDF-1.7', 'RIFF1234WAVE', '', 'GIF89a'])(
    'is not taken when it begins with %j',
    (text) => expect(evidenceTypeOf(Buffer.from(text))).toBeNull(),
  );

  it('is never taken for a photo by what stands behind its beginning', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (tail) => {
        expect(evidenceTypeOf(Uint8Array.from([0x3c, ...tail]))).toBeNull();
      }),
    ));
});
