import fc from 'fast-check';
import { composeCreditNote } from './compose-credit-note';
import { composeRepairNote } from './compose-repair-note';
import type { CreditNoteBody } from './credit-note';
import { counterNotesDue, repairNoteDue, type WrittenNote } from './notes-of-reversal';

const note = (fee = 498): CreditNoteBody =>
  composeCreditNote({
    seller: { name: 'Lamps', registrationNumber: '51', address: 'Haifa' },
    sale: {
      saleRef: 's1',
      currency: 'ILS',
      invoice: { number: 'I-1', issuedAt: '2026-11-01T10:00:00Z' },
      customer: { ref: 'c1' },
      lines: [
        { ref: 'l1', description: 'Lamp', kind: 'goods' },
        { ref: 'l2', description: 'Shade', kind: 'goods' },
      ],
    },
    refunded: {
      lines: [
        { ref: 'l1', units: 1, gross: 9966, tax: 1520 },
        { ref: 'l2', units: 1, gross: 4990, tax: 761 },
      ],
      shipping: { gross: 1000, tax: 153 },
      goodwill: 250,
      fee,
    },
    settled: 16_206 - fee,
  });
const written = (body: CreditNoteBody, transfers: readonly string[], isIssued = true): WrittenNote => ({
  body,
  transfers,
  isIssued,
});
const transfer = (id: string, amount: number, status: 'settled' | 'reversed' | 'declined') => ({ id, amount, status });

describe('the documents of money that came back', () => {
  const first = written(note(), ['a', 'b']);
  const paid = (a: 'settled' | 'reversed', b: 'settled' | 'reversed') => [
    transfer('a', 5000, a),
    transfer('b', 10_708, b),
  ];

  it('are one counter note for each transfer that a credit note is over', () => {
    const due = counterNotesDue([first], paid('settled', 'reversed'));
    expect(due).toMatchObject([{ transfers: ['b'], isIssued: true, body: { type: 'counter_note', total: 10_708 } }]);
    const [counter] = due;
    expect(counterNotesDue([first, counter!], paid('settled', 'reversed'))).toEqual([]);
  });

  it('are none where no note was written, and drafts where the note is one', () => {
    expect(counterNotesDue([], paid('settled', 'reversed'))).toEqual([]);
    expect(counterNotesDue([written(note(), ['a', 'b'], false)], paid('reversed', 'settled'))).toMatchObject([
      { isIssued: false },
    ]);
  });

  it('are a new credit note over what was paid anew, with the very parts that were taken back', () => {
    const [counter] = counterNotesDue([first], paid('settled', 'reversed'));
    const anew = [...paid('settled', 'reversed'), transfer('c', 10_708, 'settled')];
    expect(repairNoteDue([first, counter!], anew)).toEqual({
      transfers: ['c'],
      isIssued: true,
      body: { ...counter!.body, type: 'credit_note' },
    });
  });

  it('are no credit note where nothing was paid anew', () => {
    const [counter] = counterNotesDue([first], paid('settled', 'reversed'));
    expect(repairNoteDue([first, counter!], paid('settled', 'reversed'))).toBeNull();
  });

  it('follow each other when what was paid anew comes back once more', () => {
    const [counter] = counterNotesDue([first], paid('settled', 'reversed'));
    const again = repairNoteDue([first, counter!], [...paid('settled', 'reversed'), transfer('c', 10_708, 'settled')]);
    const second = again!;
    const now = [...paid('settled', 'reversed'), transfer('c', 10_708, 'reversed')];
    const [of] = counterNotesDue([first, counter!, second], now);
    expect(of).toMatchObject({ transfers: ['c'], body: { total: 10_708 } });
    expect(repairNoteDue([first, counter!, second, of!], [...now, transfer('d', 10_708, 'settled')])?.body.total).toBe(
      10_708,
    );
  });
});

describe('composeRepairNote', () => {
  it('is over what was paid of what came back, to the minor unit, and never over more', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 498 }), fc.integer({ min: 1, max: 15_708 }), (fee, settled) => {
        const whole: CreditNoteBody = { ...note(fee), type: 'counter_note' };
        const again = composeRepairNote([whole], settled);
        expect(again).toMatchObject({ type: 'credit_note', total: settled });
        expect(again.net + again.tax).toBe(settled);
        expect(() => composeRepairNote([whole], whole.total + 1)).toThrow('Invariant broken');
      }),
    ));
});
