import { formatMoney } from '../money/format-money';
import { isolatedParts } from './isolated-parts';

describe('a sentence that was written elsewhere', () => {
  it.each([
    `התקבלה בקשה להחזר של ${formatMoney({ amount: 12_345, currency: 'ILS' }, 'he')}.`,
    'A fee of 5%, at most $100.00; order A-1042: done.',
    'The request was cancelled.',
    '',
  ])('is cut at its values and stays whole: %s', (sentence) => {
    const parts = isolatedParts(sentence);
    expect(parts.map(({ text }) => text).join('')).toBe(sentence);
    for (const { text, isValue } of parts) expect([text, /\d/.test(text)]).toEqual([text, isValue]);
  });

  it('leaves the marks that end it outside', () =>
    expect(isolatedParts('It was ₪12.50.')).toEqual([
      { text: 'It was ', isValue: false },
      { text: '₪12.50', isValue: true },
      { text: '.', isValue: false },
    ]));
});
