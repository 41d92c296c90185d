import { RefundError } from '@zikui/domain';
import { cursorOf, partsOfCursor } from './cursor';

describe('a cursor', () => {
  it('gives back where the page ended', () =>
    expect(partsOfCursor(cursorOf('2026-11-24T08:00:00.000Z', 7), ['string', 'number'])).toEqual([
      '2026-11-24T08:00:00.000Z',
      7,
    ]));

  it.each(['', 'x', '%%%', cursorOf('only one'), cursorOf(1, 'turned'), Buffer.from('{}').toString('base64url')])(
    'is refused when it is none of this list: %p',
    (text) => expect(() => partsOfCursor(text, ['string', 'number'])).toThrow(RefundError),
  );
});
