import fc from 'fast-check';
import { composeCounterNote } from './compose-counter-note';
import { composeCreditNote, creditNoteDue, type CreditNoteFacts } from './compose-credit-note';
import type { CreditNoteBody } from './credit-note';

const facts = (overrides: Partial<CreditNoteFacts> = {}): CreditNoteFacts => ({
  seller: { name: 'Lab', registrationNumber: '515555555', address: 'Tel Aviv' },
  sale: {
    saleRef: 'A-1042',
    currency: 'ILS',
    invoice: { number: 'INV-7', issuedAt: '2026-11-01T09:00:00Z' },
    lines: [
      { ref: 'l1', description: 'Shirt', kind: 'goods' },
      { ref: 'l2', description: 'Film', kind: 'digital' },
    ],
    customer: { ref: 'c-1' },
  },
  refunded: {
    lines: [
      { ref: 'l1', units: 1, gross: 9966, tax: 1520 },
      { ref: 'l2', units: 1, gross: 4990, tax: 761 },
    ],
    shipping: { gross: 1000, tax: 153 },
    goodwill: 250,
    fee: 498,
  },
  settled: 15708,
  ...overrides,
});

describe('composeCreditNote', () => {
  it('shows every part with its tax, the fee as a positive line, and the total that settled', () =>
    expect(composeCreditNote(facts())).toEqual({
      v: 1,
      type: 'credit_note',
      seller: { name: 'Lab', registrationNumber: '515555555', address: 'Tel Aviv' },
      buyerRef: 'c-1',
      invoice: { number: 'INV-7', issuedAt: '2026-11-01T09:00:00Z' },
      saleRef: 'A-1042',
      currency: 'ILS',
      lines: [
        { ref: 'l1', description: 'Shirt', units: 1, gross: 9966, tax: 1520, net: 8446 },
        { ref: 'l2', description: 'Film', units: 1, gross: 4990, tax: 761, net: 4229 },
      ],
      shipping: { gross: 1000, tax: 153, net: 847 },
      goodwill: { gross: 250, tax: 0, net: 250 },
      fee: { gross: 498, tax: 76, net: 422 },
      net: 13350,
      tax: 2358,
      total: 15708,
    }));

  it('leaves the fee without tax where fees bear none', () =>
    expect(composeCreditNote(facts({ feeTaxed: false }))).toMatchObject({ fee: { tax: 0 }, tax: 2434, total: 15708 }));

  it('refuses to differ from the money', () => {
    expect(() => composeCreditNote(facts({ settled: 15707 }))).toThrow('Invariant broken');
    const foreign = { ...facts().refunded, lines: [{ ref: 'l9', units: 1, gross: 1, tax: 0 }] };
    expect(() => composeCreditNote(facts({ refunded: foreign }))).toThrow('Invariant broken');
  });
});

describe('creditNoteDue', () => {
  const sale = facts().sale;
  const gift = { ref: 'd1', kind: 'donation' };

  it('issues against an invoice and waits as a draft without one', () => {
    expect(creditNoteDue(sale, [{ ref: 'l1' }])).toBe('issued');
    expect(creditNoteDue({ ...sale, invoice: null }, [{ ref: 'l1' }])).toBe('draft');
    expect(creditNoteDue(sale, [])).toBe('issued');
  });

  it('makes none for a donation, but one for what was sold beside it', () => {
    expect(creditNoteDue({ invoice: null, lines: [gift] }, [])).toBe('none');
    expect(creditNoteDue({ ...sale, lines: [...sale.lines, gift] }, [{ ref: 'd1' }])).toBe('none');
    expect(creditNoteDue({ ...sale, lines: [...sale.lines, gift] }, [{ ref: 'd1' }, { ref: 'l1' }])).toBe('issued');
  });
});

describe('composeCounterNote', () => {
  const note = composeCreditNote(facts());

  it('takes back the whole note when there was one transfer', () =>
    expect(composeCounterNote(note, [note.total], 0)).toEqual({ ...note, type: 'counter_note' }));

  it('splits a line where one transfer ended, with the fee on the first', () => {
    const first = composeCounterNote(note, [5000, 10708], 0);
    const second = composeCounterNote(note, [5000, 10708], 1);
    expect(first).toMatchObject({
      lines: [{ ref: 'l1', units: 0, gross: 5498, tax: 839 }],
      shipping: { gross: 0 },
      fee: { gross: 498, tax: 76 },
      tax: 763,
      total: 5000,
    });
    expect(second).toMatchObject({
      lines: [
        { ref: 'l1', units: 1, gross: 4468, tax: 681 },
        { ref: 'l2', units: 1, gross: 4990, tax: 761 },
      ],
      shipping: { gross: 1000, tax: 153 },
      goodwill: { gross: 250 },
      fee: { gross: 0, tax: 0 },
      total: 10708,
    });
  });

  it('refuses transfers that are not those of the note', () => {
    expect(() => composeCounterNote(note, [5000], 0)).toThrow('Invariant broken');
    expect(() => composeCounterNote(note, [note.total], 1)).toThrow('Invariant broken');
  });

  const amounts = fc.nat(1e12).chain((gross) => fc.record({ gross: fc.constant(gross), tax: fc.nat(gross) }));
  const notes = fc
    .record({
      one: amounts,
      two: amounts,
      shipping: amounts,
      goodwill: fc.integer({ min: 1, max: 1e6 }),
      feeShare: fc.nat(100),
    })
    .map(({ one, two, shipping, goodwill, feeShare }) => {
      const lines = [
        { ref: 'l1', units: 2, ...one },
        { ref: 'l2', units: 3, ...two },
      ];
      const fee = Math.floor((one.gross / 100) * feeShare);
      const settled = one.gross + two.gross + shipping.gross + goodwill - fee;
      return composeCreditNote(facts({ refunded: { lines, shipping, goodwill, fee }, settled }));
    });
  const splits = notes.chain((of) =>
    fc.array(fc.integer({ min: 1, max: of.total }), { maxLength: 4 }).map((cuts) => {
      const ends = [...new Set([...cuts, of.total])].sort((a, b) => a - b);
      return [of, ends.map((end, i) => end - (ends[i - 1] ?? 0))] as const;
    }),
  );

  it('sums to the note, part by part, over all transfers', () =>
    fc.assert(
      fc.property(splits, ([of, transfers]) => {
        const all = transfers.map((_amount, i) => composeCounterNote(of, transfers, i));
        const total = (pick: (body: CreditNoteBody) => number): number =>
          all.reduce((sum, body) => sum + pick(body), 0);
        const ofLine = (ref: string, key: 'gross' | 'tax' | 'net' | 'units'): number =>
          total(({ lines }) => lines.filter((line) => line.ref === ref).reduce((sum, line) => sum + line[key], 0));

        for (const key of ['net', 'tax', 'total'] as const) expect(total((body) => body[key])).toBe(of[key]);
        for (const key of ['gross', 'tax', 'net'] as const) {
          for (const part of ['shipping', 'goodwill', 'fee'] as const)
            expect(total((body) => body[part][key])).toBe(of[part][key]);
          for (const line of of.lines) expect(ofLine(line.ref, key)).toBe(line[key]);
        }
        for (const { ref, units } of of.lines.filter(({ gross }) => gross > 0))
          expect(ofLine(ref, 'units')).toBe(units);
      }),
    ));
});
