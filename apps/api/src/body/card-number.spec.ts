import fc from 'fast-check';
import { holdsCardNumber } from './card-number';

const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '36700102000000',
  '3530111333300000',
  '6200000000000005',
  '4222222222222',
];
const fullWidth = (digits: string): string => digits.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
const arabicIndic = (digits: string): string => digits.replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)));
const mathematical = (digits: string): string =>
  digits.replace(/\d/g, (d) => String.fromCodePoint(0x1d7ec + Number(d)));

describe('a card number', () => {
  it.each(CARDS)('%s is found alone and inside a sentence', (card) => {
    expect(holdsCardNumber(card)).toBe(true);
    expect(holdsCardNumber(`הכרטיס שלי ${card}, תודה`)).toBe(true);
    expect(holdsCardNumber(`card:${card}`)).toBe(true);
  });

  it.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111\u20111111\u00a01111\u200b1111',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
  ])('is found in groups: %j', (text) => expect(holdsCardNumber(text)).toBe(true));

  it('is found beside other groups of digits', () => {
    expect(holdsCardNumber('12 4111 1111 1111 1111')).toBe(true);
    expect(holdsCardNumber('4111 1111 1111 1111 12/29')).toBe(true);
  });

  it.each([fullWidth, arabicIndic, mathematical])('is found in digits of any script', (script) =>
    expect(CARDS.every((card) => holdsCardNumber(script(card)))).toBe(true),
  );

  it.each([
    '490154203237518',
    '4111111111111112',
    '972-50-123-4567',
    '2026-11-04T10:00:00+02:00',
    'l1 3 x 9900',
    '1234567890123',
  ])('is not seen in %j', (text) => expect(holdsCardNumber(text)).toBe(false));

  it('is not seen in an id, however its digits fall, and still beside one', () => {
    const withCard = `01a${CARDS[2] ?? ''}${'b'.repeat(13)}`;
    const uuid = withCard.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    for (const id of [`rf_${withCard}`, `see tr_${withCard}.`, uuid, `RF_${withCard.toUpperCase()}`]) {
      expect(holdsCardNumber(id)).toBe(false);
      expect(holdsCardNumber(`${id} 4111 1111 1111 1111`)).toBe(true);
    }
    expect(holdsCardNumber(withCard)).toBe(true);
    expect(holdsCardNumber(`rf_${CARDS[0] ?? ''}`)).toBe(true);
  });

  it('is seen in few random 16-digit numbers', () => {
    const numbers = fc.sample(fc.stringMatching(/^[0-9]{16}$/), { numRuns: 4_000, seed: 7 });
    expect(numbers.filter(holdsCardNumber).length / numbers.length).toBeLessThan(0.06);
  });

  it('is searched for in linear time', () => {
    const hostile = '1 '.repeat(1_000);
    // Of the processor's time: a busy machine may take its own before it gives any.
    const before = process.cpuUsage();
    holdsCardNumber(hostile);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
  });
});
