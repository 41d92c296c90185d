import fc from 'fast-check';
import * as credit from '../credit/credit-postings';
import { money } from '../money/money';
import { isBalanced, movement, postings, reverse, type Posting } from './posting';
import * as refund from './refund-postings';

const parts = fc
  .record({
    goods: fc.array(
      fc.nat(1e12).chain((gross) => fc.record({ gross: fc.constant(gross), tax: fc.nat(gross) })),
      { maxLength: 8 },
    ),
    goodwill: fc.nat(1e12),
  })
  .chain(({ goods, goodwill }) => {
    const gross = goods.reduce((total, part) => total + part.gross, 0);
    return fc.nat(gross).chain((fee) =>
      fc.record({
        currency: fc.constantFrom('ILS', 'JPY', 'KWD'),
        goods: fc.constant(goods),
        goodwill: fc.constant(goodwill),
        fee: fc.constant(fee),
        feeTax: fc.nat(fee),
      }),
    );
  });
const amounts = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map((amount) => money(amount, 'ILS'));
const on = (all: readonly Posting[], account: string): number =>
  all.filter((posting) => posting.account === account).reduce((total, { amount }) => total + amount, 0);
const short = (all: readonly Posting[]): unknown[] => all.map(({ account, amount }) => [account, amount]);

describe('the postings of a refund', () => {
  it('owe the payout and take back sale, tax and goodwill', () =>
    expect(
      short(
        refund.postingsForApproved({
          currency: 'ILS',
          goods: [
            { gross: 9966, tax: 1520 },
            { gross: 1000, tax: 153 },
          ],
          goodwill: 250,
          fee: 498,
          feeTax: 76,
        }),
      ),
    ).toEqual([
      ['sales_returns', 9293],
      ['tax_payable', 1673],
      ['goodwill_expense', 250],
      ['refunds_payable', -10718],
      ['fee_income', -422],
      ['tax_payable', -76],
    ]));

  it('always balance, never hold a zero, and owe exactly the payout', () =>
    fc.assert(
      fc.property(parts, (all) => {
        const made = refund.postingsForApproved(all);
        expect(isBalanced(made)).toBe(true);
        expect(made.every(({ amount }) => Number.isSafeInteger(amount) && amount !== 0)).toBe(true);
        expect(on(made, 'refunds_payable')).toBe(0 - refund.payableOf(all));
      }),
    ));

  it('come to nothing when the refund is closed with all its parts', () =>
    fc.assert(
      fc.property(parts, (all) => {
        const both = [...refund.postingsForApproved(all), ...refund.postingsForClosed(all)];
        for (const { account } of both) expect(on(both, account) === 0).toBe(true);
      }),
    ));
});

describe('the postings of movements', () => {
  const FUNCTIONS = Object.entries({ ...refund, ...credit }).filter(
    ([name]) => !['payableOf', 'postingsForApproved', 'postingsForClosed', 'postingsForCreditReversed'].includes(name),
  ) as unknown as [string, (amount: ReturnType<typeof money>) => readonly Posting[]][];

  it.each(FUNCTIONS)('%s moves one amount between two accounts', (_name, postingsFor) =>
    fc.assert(
      fc.property(amounts, (amount) => {
        const made = postingsFor(amount);
        expect(isBalanced(made)).toBe(true);
        expect(made.map((posting) => Math.abs(posting.amount))).toEqual([amount.amount, amount.amount]);
      }),
    ),
  );

  it('pay what is owed, and owe it again when the money comes back', () => {
    expect(short(refund.postingsForSettled(money(500, 'ILS')))).toEqual([
      ['refunds_payable', 500],
      ['gateway_clearing', -500],
    ]);
    expect(short(refund.postingsForReversed(money(500, 'ILS')))).toEqual([
      ['gateway_clearing', 500],
      ['refunds_payable', -500],
    ]);
  });

  it('book credit of a refund against what is owed and a bonus as goodwill', () => {
    expect(short(credit.postingsForCreditIssued(money(500, 'ILS')))).toEqual([
      ['refunds_payable', 500],
      ['customer_credit', -500],
    ]);
    expect(short(credit.postingsForBonusIssued(money(25, 'ILS')))).toEqual([
      ['goodwill_expense', 25],
      ['customer_credit', -25],
    ]);
  });

  it('make a debt of what was spent when credit is taken back, and never a negative balance', () => {
    expect(short(credit.postingsForCreditReversed(money(500, 'ILS'), 120))).toEqual([
      ['customer_credit', 120],
      ['customer_receivable', 380],
      ['refunds_payable', -500],
    ]);
    fc.assert(
      fc.property(amounts, fc.maxSafeInteger(), (issued, available) => {
        const made = credit.postingsForCreditReversed(issued, available);
        expect(isBalanced(made)).toBe(true);
        expect(on(made, 'customer_credit')).toBeLessThanOrEqual(Math.max(0, available));
      }),
    );
  });
});

describe('postings', () => {
  it('reversed twice are the postings again', () =>
    fc.assert(
      fc.property(parts, (all) => {
        const made = refund.postingsForApproved(all);
        expect(reverse(reverse(made))).toEqual(made);
      }),
    ));

  it('refuse to be made unbalanced or negative', () => {
    expect(() => postings('ILS', [['fee_income', 2]], [['tax_payable', 1]])).toThrow('Invariant broken');
    expect(() => movement('fee_income', 'tax_payable', money(-1, 'ILS'))).toThrow('Invariant broken');
  });

  it('balance per currency, not across', () =>
    expect(
      isBalanced([
        { account: 'fee_income', amount: 1, currency: 'ILS' },
        { account: 'fee_income', amount: -1, currency: 'USD' },
      ]),
    ).toBe(false));
});
