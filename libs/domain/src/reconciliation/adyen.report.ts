import { minorUnitsOf } from '../money/parse-decimal';
import type { MovementStatus } from './gateway-movement';
import { A_CURRENCY, AN_ID, readCurrency, readId, readInstant, type ReportFormat, type ReportRow } from './report-row';

/** Adyen's types of records about refunds, and what each says of the money (docs.adyen.com, "Settlement details report"). */
const STATUS: ReadonlyMap<string, MovementStatus> = new Map([
  ['Refunded', 'settled'],
  ['RefundedReversed', 'declined'],
]);

/** Zones as Adyen abbreviates them. One that names two places of the world (IST, CST) is none of them: a guess would move the day. */
const OFFSETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    UTC: '+00:00',
    GMT: '+00:00',
    WET: '+00:00',
    WEST: '+01:00',
    BST: '+01:00',
    CET: '+01:00',
    CEST: '+02:00',
    EET: '+02:00',
    EEST: '+03:00',
    IDT: '+03:00',
    MSK: '+03:00',
    SGT: '+08:00',
    HKT: '+08:00',
    AWST: '+08:00',
    JST: '+09:00',
    AEST: '+10:00',
    AEDT: '+11:00',
    NZST: '+12:00',
    NZDT: '+13:00',
    BRT: '-03:00',
    EDT: '-04:00',
    EST: '-05:00',
    PDT: '-07:00',
    PST: '-08:00',
  }),
);

/** Which of the two columns holds the amount is the direction of the money, which the type of the record tells too. */
function unitsOf(row: ReportRow, currency: string): number {
  const columns = ['gross debit (gc)', 'gross credit (gc)'] as const;
  const [column = columns[0]] = columns.filter((name) => !/^0*(?:\.0*)?$/.test(row.optional(name)));
  return row.cell(column, `an amount in ${currency} above 0`, (text) => {
    const units = minorUnitsOf(text, currency);
    return units !== undefined && units > 0 ? units : undefined;
  });
}

/** Adyen's settlement details report, as it is made per merchant account and batch. A header is read without regard to capitals. */
export const ADYEN_REPORT: ReportFormat = {
  columns: [
    'merchant account',
    'psp reference',
    'creation date',
    'timezone',
    'type',
    'modification reference',
    'gross currency',
    'gross debit (gc)',
    'gross credit (gc)',
  ],
  account: 'merchant account',
  movementOf: (row) => {
    const status = STATUS.get(row.optional('type'));
    if (status === undefined) return null;
    const currency = row.cell('gross currency', A_CURRENCY, readCurrency);
    const zone = row.optional('timezone');
    const offset = row.cell('timezone', 'a zone that means one place only, such as UTC or CET', () =>
      OFFSETS.get(zone),
    );
    return {
      gatewayRefundId: row.cell('modification reference', AN_ID, readId),
      // What others call their refunds may be any text; it is none of ours then.
      reference: readId(row.optional('modification merchant reference')) ?? null,
      gatewayRef: row.cell('psp reference', AN_ID, readId),
      amount: { amount: unitsOf(row, currency), currency },
      status,
      createdAt: row.cell('creation date', 'a moment as 2026-11-01 10:00:00', (text) =>
        readInstant(`${text.replace(' ', 'T')}${offset}`),
      ),
    };
  },
};
