import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ReportReader, type RefundError, type ReportedMovement, type ReportFormatName } from '@zikui/domain';

const FOLDER = path.join(__dirname, '../../fixtures/reports');
const fileOf = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

function read(format: ReportFormatName, text: string): readonly ReportedMovement[] {
  const reader = new ReportReader(format);
  return [...reader.push(text), ...reader.end()];
}
const rowsOf = (format: ReportFormatName, text: string) =>
  read(format, text).map(
    ({ line, movement: { gatewayRefundId, reference, gatewayRef, amount, status, createdAt } }) => [
      line,
      gatewayRefundId,
      reference,
      gatewayRef,
      `${amount.amount} ${amount.currency}`,
      status,
      createdAt,
    ],
  );
function faultOf(format: ReportFormatName, text: string): unknown {
  try {
    read(format, text);
    return undefined;
  } catch (error) {
    const { values, faults } = error as RefundError;
    return { ...values, detail: faults[0]?.detail };
  }
}

describe("Adyen's settlement details report", () => {
  const FORMAT = 'adyen_settlement_details';
  const REPORT = fileOf('adyen-settlement-details.csv');

  it('names refunds and those that came back, in the currencies of the payments, and passes over the rest', () =>
    expect(rowsOf(FORMAT, REPORT)).toEqual([
      [3, 'LQWDDLKTSV2GGS82', 'zr_7f3a91', 'QFQTPCQ8HXSKGK82', '4990 EUR', 'settled', '2026-11-02T23:10:00.000Z'],
      [4, 'ZVTGPFG7SV2GGS82', null, 'NC6HT9CRT65ZGN82', '1200 JPY', 'settled', '2026-11-03T08:00:01.000Z'],
      [5, 'ZVTGPFG7SV2GGS83', 'zr_81b0', 'NC6HT9CRT65ZGN83', '1250 KWD', 'settled', '2026-11-03T09:00:02.000Z'],
      [6, 'LQWDDLKTSV2GGS82', 'zr_7f3a91', 'QFQTPCQ8HXSKGK82', '4990 EUR', 'declined', '2026-11-06T14:00:00.000Z'],
    ]));

  it.each([
    [
      'a zone that means more than one place',
      REPORT.replace('00:10:00,CET', '00:10:00,IST'),
      { line: 3, column: 'timezone', detail: 'is not a zone that means one place only, such as UTC or CET' },
    ],
    [
      'a refund of another merchant account',
      REPORT.replace('ShopECOM,NC6HT9CRT65ZGN82', 'OtherECOM,NC6HT9CRT65ZGN82'),
      {
        line: 4,
        column: 'merchant account',
        detail: 'a report is of one account alone; this row names another one',
      },
    ],
    [
      'an amount that the currency does not have',
      REPORT.replace('JPY,1200,0', 'JPY,1200.5,0'),
      { line: 4, column: 'gross debit (gc)', detail: 'is not an amount in JPY above 0' },
    ],
    [
      'a refund without an amount',
      REPORT.replace('EUR,49.90,,1', 'EUR,,,1'),
      { line: 3, column: 'gross debit (gc)', detail: 'is not an amount in EUR above 0' },
    ],
    [
      'a refund without a reference',
      REPORT.replace('Refunded,LQWDDLKTSV2GGS82', 'Refunded,'),
      { line: 3, column: 'modification reference', detail: 'is not an id: letters, digits and ._:-' },
    ],
    [
      'a missing column',
      REPORT.replace('Modification Reference,', 'Modification,'),
      { line: 1, column: 'modification reference', detail: 'the column is missing' },
    ],
  ])('is refused for %s, with line and column', (_name, text, fault) => expect(faultOf(FORMAT, text)).toEqual(fault));
});

describe("Stripe's payout reconciliation report, itemized", () => {
  const FORMAT = 'stripe_itemized';
  const REPORT = fileOf('stripe-payout-reconciliation.csv');

  it('names refunds of cards and of other ways to pay in what the customer got back, and those that failed', () =>
    expect(rowsOf(FORMAT, REPORT)).toEqual([
      [3, 're_3QA01', 'zr_7f3a91', 'pi_3QA01', '9966 ILS', 'settled', '2026-11-03T22:30:00.000Z'],
      [4, 'pyr_3QA02', null, 'pi_3QA02', '500 JPY', 'settled', '2026-11-04T08:00:00.000Z'],
      [5, 're_3QA01', 'zr_7f3a91', 'pi_3QA01', '9966 ILS', 'declined', '2026-11-05T08:00:00.000Z'],
      [6, 're_3QA03', 'zr_81b0', 'pi_3QA03', '12340 KWD', 'settled', '2026-11-05T09:00:00.000Z'],
    ]));

  it('is refused for a moment that is none, with line and column', () =>
    expect(faultOf(FORMAT, REPORT.replace('2026-11-03 22:30:00', '03/11/2026'))).toEqual({
      line: 3,
      column: 'created_utc',
      detail: 'is not a moment as 2026-11-01 10:00:00',
    }));
});
