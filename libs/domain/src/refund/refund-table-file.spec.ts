import fc from 'fast-check';
import { CsvReader } from '../reconciliation/csv-reader';
import { columnsOf, REFUND_COLUMNS, USUAL_COLUMNS } from './refund-columns';
import { BYTE_ORDER_MARK, tableHead, tableLines, tableMore, type TabledRefund } from './refund-table-file';

const REFUND: TabledRefund = {
  id: 'rf_1',
  status: 'awaiting_approval',
  payout: 33_250,
  fee: 1_750,
  currency: 'ILS',
  saleRef: 'A-1042',
  customerRef: '=HYPERLINK("http://evil.example")',
  reason: 'changed_mind',
  payBy: '2026-12-10',
  createdAt: '2026-11-24T08:00:00.000Z',
  updatedAt: '2026-11-24T08:00:01.000Z',
  completedAt: null,
  destination: 'original',
  gateways: ['stripe', 'store_credit'],
  requester: 'customer',
  externalRef: null,
};
/** As a program reads it. */
const cellsIn = (file: string): readonly (readonly string[])[] => {
  const reader = new CsvReader();
  return [...reader.push(file), ...reader.end()].map(({ cells }) => cells);
};

describe('a table of refunds', () => {
  it('has an amount in minor units and as a decimal, with its currency, and words beside each code', () => {
    const columns = columnsOf(['amount', 'status', 'fee']);
    expect(cellsIn(tableHead(columns) + tableLines([REFUND], columns, 'he'))).toEqual([
      ['refund', 'status', 'status_text', 'amount_minor', 'amount', 'fee_minor', 'fee', 'currency'],
      ['rf_1', 'awaiting_approval', expect.stringMatching(/[א-ת]/), '33250', '332.50', '1750', '17.50', 'ILS'],
    ]);
  });

  it('begins with the mark by which Hebrew is read as it is, ends every line with CR LF, and holds no formula', () => {
    const file = tableHead(USUAL_COLUMNS) + tableLines([REFUND], USUAL_COLUMNS, 'he');
    expect(file.startsWith(BYTE_ORDER_MARK)).toBe(true);
    expect(file.match(/\n/g)).toHaveLength(2);
    expect(file.match(/\r\n/g)).toHaveLength(2);
    expect(file).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  it('says in its last line that it holds not all, in as many fields as the others have', () => {
    for (const locale of ['he', 'en'] as const) {
      const [head, more] = cellsIn(tableHead(REFUND_COLUMNS) + tableMore(REFUND_COLUMNS, locale));
      expect(more).toHaveLength(head?.length ?? 0);
      expect(more?.[0]).not.toBe('');
    }
  });

  it('is read back as it was written, whatever a reference holds', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.subarray([...REFUND_COLUMNS]), (saleRef, names) => {
        const columns = columnsOf([...names, 'order']);
        const [head, row, ...rest] = cellsIn(tableHead(columns) + tableLines([{ ...REFUND, saleRef }], columns, 'en'));
        expect(row).toHaveLength(head?.length ?? 0);
        expect(rest).toEqual([]);
        expect(row?.[head?.indexOf('order') ?? -1]?.replace(/^'/, '')).toBe(
          saleRef.replaceAll(/[\r\n\t]+/g, ' ').replace(/^'/, ''),
        );
      }),
    ));
});

describe('the columns of a list', () => {
  it('begin with the refund, stand each once in their order, and are the usual ones where none is chosen', () => {
    expect(columnsOf([])).toEqual(USUAL_COLUMNS);
    expect(columnsOf(['refund', 'nonsense'])).toEqual(USUAL_COLUMNS);
    expect(columnsOf(['created', 'status', 'created'])).toEqual(['refund', 'status', 'created']);
  });
});
