import fc from 'fast-check';
import type { RefundError } from '../error/refund-error';
import { CsvReader } from './csv-reader';
import type { ReportFormatName } from './report-format-name';
import { ReportReader, type ReportedMovement } from './report-reader';

/** Reads a text cut at every place that is asked for. */
function read(format: ReportFormatName, text: string, pieceLength = 7): readonly ReportedMovement[] {
  const reader = new ReportReader(format);
  const movements: ReportedMovement[] = [];
  for (let from = 0; from < text.length; from += pieceLength)
    movements.push(...reader.push(text.slice(from, from + pieceLength)));
  return [...movements, ...reader.end()];
}
const faultOf = (format: ReportFormatName, text: string): unknown => {
  try {
    read(format, text);
    return undefined;
  } catch (error) {
    const { values, faults } = error as RefundError;
    return { ...values, detail: faults[0]?.detail };
  }
};

const HEADER = 'gateway_refund_id,reference,payment_ref,amount,currency,status,created_at';
const ROW = 're_1,zr_1,pi_1,500,ILS,settled,2026-11-01T12:00:00+02:00';

describe('comma-separated values', () => {
  const cells = (text: string): unknown => {
    const reader = new CsvReader();
    return [...reader.push(text), ...reader.end()].map((row) => row.cells);
  };
  it('may be quoted, with commas, quotes and line ends inside', () => {
    expect(cells('a,"b,""c""\n",d\r\n"",\n')).toEqual([
      ['a', 'b,"c"\n', 'd'],
      ['', ''],
    ]);
    expect(cells('\u{FEFF}a\r\rb')).toEqual([['a'], ['b']]);
    expect(cells('')).toEqual([]);
  });

  it('come back as they were written, wherever the text is cut', () => {
    const written = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 9 }), (rows, pieceLength) => {
        const text = rows
          .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
          .join('');
        const reader = new CsvReader();
        const found: unknown[] = [];
        for (let from = 0; from < text.length; from += pieceLength)
          found.push(...reader.push(text.slice(from, from + pieceLength)));
        expect([...found, ...reader.end()].map((row) => (row as { cells: unknown }).cells)).toEqual(rows);
      }),
    );
  });
});

describe('a report in our own columns', () => {
  it('names movements, in any order of the columns', () => {
    const [first, second] = read('standard', `${HEADER}\n${ROW}\nre_2,,,7,jpy,declined,2026-11-01T12:00:00Z`);
    expect(first).toEqual({
      line: 2,
      movement: {
        gatewayRefundId: 're_1',
        reference: 'zr_1',
        gatewayRef: 'pi_1',
        amount: { amount: 500, currency: 'ILS' },
        status: 'settled',
        createdAt: '2026-11-01T10:00:00.000Z',
      },
    });
    expect(second).toMatchObject({
      line: 3,
      movement: { reference: null, amount: { currency: 'JPY' }, status: 'declined' },
    });
    expect(
      read('standard', 'Status,amount,currency,created_at,gateway_refund_id\nsettled,1,ILS,2026-11-01T12:00:00Z,re_1'),
    ).toHaveLength(1);
  });

  it.each([
    [
      'a missing column',
      HEADER.replace('amount', 'sum'),
      { line: 1, column: 'amount', detail: 'the column is missing' },
    ],
    [
      'a column that is there twice',
      `${HEADER},amount`,
      { line: 1, column: 'amount', detail: 'the column is there twice' },
    ],
    ['no header', '', { line: 1, column: '1', detail: 'the report is empty' }],
    [
      'a row of another length',
      `${HEADER}\n${ROW}\nre_2,x`,
      { line: 3, column: '2', detail: 'the row has 2 cells, the header 7' },
    ],
    [
      'an amount with a fraction',
      `${HEADER}\n${ROW.replace('500', '5.00')}`,
      { line: 2, column: 'amount', detail: 'is not a whole number of minor units above 0' },
    ],
    [
      'an amount that is not exact',
      `${HEADER}\n${ROW.replace('500', '9007199254740993')}`,
      { line: 2, column: 'amount', detail: 'is not a whole number of minor units above 0' },
    ],
    [
      'an unknown currency',
      `${HEADER}\n${ROW.replace('ILS', 'XYZ')}`,
      { line: 2, column: 'currency', detail: 'is not a currency of ISO 4217' },
    ],
    [
      'an unknown status',
      `${HEADER}\n${ROW.replace('settled', 'done')}`,
      { line: 2, column: 'status', detail: 'is not one of settled, pending, declined' },
    ],
    [
      'a moment without offset',
      `${HEADER}\n${ROW.replace('+02:00', '')}`,
      { line: 2, column: 'created_at', detail: 'is not a moment of RFC 3339 with its offset' },
    ],
    [
      'an id that is none',
      `${HEADER}\n${ROW.replace('re_1', '<re>')}`,
      { line: 2, column: 'gateway_refund_id', detail: 'is not an id: letters, digits and ._:-' },
    ],
    ['a quote that stays open', `${HEADER}\n"re_1,`, { line: 2, column: '1', detail: 'the quote is never closed' }],
    [
      'a quote inside a cell',
      `${HEADER}\n${ROW}\nre"1`,
      { line: 3, column: '1', detail: 'a quote stands inside a cell that does not begin with one' },
    ],
    [
      'something behind a quote',
      `${HEADER}\n"a"b`,
      { line: 2, column: '1', detail: 'something follows the closing quote' },
    ],
    [
      'a cell without end',
      `${HEADER}\n${'x'.repeat(5_000)}`,
      { line: 2, column: '1', detail: 'a cell is longer than 4000 characters' },
    ],
  ])('is refused for %s, with line and column', (_name, text, values) =>
    expect(faultOf('standard', text)).toEqual(values),
  );
});

describe("one of Stripe's itemized reports", () => {
  const STRIPE =
    'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,customer_facing_amount,customer_facing_currency,refund_metadata[zikui_reference]';
  it('names refunds and those that came back, and passes over the rest', () => {
    const rows = [
      'txn_1,2026-11-01 10:00:00,ils,100.00,0.00,100.00,charge,ch_1,,,',
      'txn_2,2026-11-01 10:00:00,ils,-12.30,0.00,-12.30,refund,re_1,,,zr_1',
      'txn_3,2026-11-02 10:00:00,ils,12.30,0.00,12.30,refund_failure,re_1,,,zr_1',
      'txn_4,2026-11-02 10:00:00,usd,-3.30,0.00,-3.30,refund,re_2,-500,jpy,',
    ];
    expect(
      read('stripe_itemized', [STRIPE, ...rows].join('\n')).map(({ line, movement }) => [
        line,
        movement.gatewayRefundId,
        movement.status,
        movement.amount,
        movement.createdAt,
        movement.reference,
      ]),
    ).toEqual([
      [3, 're_1', 'settled', { amount: 1230, currency: 'ILS' }, '2026-11-01T10:00:00.000Z', 'zr_1'],
      [4, 're_1', 'declined', { amount: 1230, currency: 'ILS' }, '2026-11-02T10:00:00.000Z', 'zr_1'],
      [5, 're_2', 'settled', { amount: 500, currency: 'JPY' }, '2026-11-02T10:00:00.000Z', null],
    ]);
  });

  it('needs the columns by which a refund is found', () =>
    expect(faultOf('stripe_itemized', STRIPE.replace('source_id', 'source'))).toEqual({
      line: 1,
      column: 'source_id',
      detail: 'the column is missing',
    }));
});
