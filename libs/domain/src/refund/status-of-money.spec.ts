import fc from 'fast-check';
import { TRANSFER_STATUSES, type TransferStatus } from '../transfer/transfer-status';
import { isWorseThanShown, REVIEW_REASONS, statusOfMoney, type MoneyTransfer } from './status-of-money';

const of = (...statuses: TransferStatus[]): MoneyTransfer[] => statuses.map((status) => ({ status, amount: 100 }));
const needsReview = (reviewReason: string) => ({ status: 'needs_review', reviewReason });
const plain = (status: string) => ({ status, reviewReason: null });

describe('statusOfMoney', () => {
  it.each([
    [of('planned'), plain('processing')],
    [of('sending'), plain('processing')],
    [of('pending'), plain('awaiting_gateway')],
    [of('in_doubt'), plain('in_doubt')],
    [of('settled'), plain('completed')],
    [of('declined'), needsReview('transfer_declined')],
    [of('reversed'), needsReview('transfer_reversed')],
    [of('released'), needsReview('payout_uncovered')],
    [[], needsReview('payout_uncovered')],
  ])('of %j is %j', (transfers, status) => expect(statusOfMoney(transfers, 100)).toEqual(status));

  it.each([
    [of('settled', 'in_doubt'), plain('in_doubt')],
    [of('pending', 'in_doubt'), plain('in_doubt')],
    [of('sending', 'pending'), plain('awaiting_gateway')],
    [of('settled', 'planned'), plain('processing')],
    [of('in_doubt', 'declined'), needsReview('transfer_declined')],
    [of('settled', 'reversed'), needsReview('transfer_reversed')],
  ])('is the worst of %j', (transfers, status) => expect(statusOfMoney(transfers, 200)).toEqual(status));

  it('completes once a reversed or released transfer is replaced', () => {
    expect(statusOfMoney(of('reversed', 'settled'), 100)).toEqual(plain('completed'));
    expect(statusOfMoney(of('released', 'planned'), 100)).toEqual(plain('processing'));
  });

  it('goes to a person when more was paid than was owed, once nothing else is waited for', () => {
    expect(statusOfMoney(of('reversed', 'settled'), 100, 1)).toEqual(needsReview('paid_twice'));
    expect(statusOfMoney(of('pending'), 100, 1)).toEqual(plain('awaiting_gateway'));
  });

  it('completes short when the rest was closed', () =>
    expect(statusOfMoney(of('settled', 'released'), 100)).toEqual(plain('completed')));

  it.each(['planned', 'sending', 'pending', 'in_doubt'] as const)(
    'asks for a person when a %s transfer gets no answer',
    (status) =>
      expect(statusOfMoney([{ status, amount: 100, reviewDue: 'no_answer' }], 100)).toEqual(needsReview('no_answer')),
  );

  it('forgets that an answer was due once the transfer settled', () =>
    expect(statusOfMoney([{ status: 'settled', amount: 100, reviewDue: 'no_answer' }], 100)).toEqual(
      plain('completed'),
    ));

  const transfer = fc.record({
    status: fc.constantFrom(...TRANSFER_STATUSES),
    amount: fc.integer({ min: 1, max: 100 }),
    reviewDue: fc.constantFrom(null, ...REVIEW_REASONS),
  });

  it('does not depend on the order of the transfers', () =>
    fc.assert(
      fc.property(fc.array(transfer), fc.nat(300), (transfers, owed) =>
        expect(statusOfMoney([...transfers].reverse(), owed)).toEqual(statusOfMoney(transfers, owed)),
      ),
    ));

  it('completes exactly when all that counts has settled and covers what is owed', () =>
    fc.assert(
      fc.property(fc.array(transfer), fc.integer({ min: 1, max: 300 }), (transfers, owed) => {
        const live = transfers.filter(({ status }) => !['reversed', 'released'].includes(status));
        const done =
          live.every(({ status }) => status === 'settled') && live.reduce((sum, { amount }) => sum + amount, 0) >= owed;
        expect(statusOfMoney(transfers, owed).status === 'completed').toBe(done);
      }),
    ));
});

describe('isWorseThanShown', () => {
  it.each([
    ['declined', 'processing', true],
    ['declined', 'awaiting_gateway', true],
    ['declined', 'in_doubt', true],
    ['in_doubt', 'awaiting_gateway', true],
    ['pending', 'processing', true],
    ['pending', 'in_doubt', false],
    ['in_doubt', 'needs_review', false],
    ['planned', 'processing', false],
    ['settled', 'processing', false],
    ['reversed', 'processing', false],
    ['declined', 'awaiting_approval', false],
    ['declined', 'completed', false],
  ] as const)('of a transfer %s in a refund %s is %s', (transfer, refund, worse) =>
    expect(isWorseThanShown(transfer, refund)).toBe(worse),
  );

  it('is never so where the status was given by the transfers', () => {
    const status = fc.constantFrom(...TRANSFER_STATUSES);
    const transfer = fc.record({ status, amount: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(transfer), fc.nat(300), (transfers, owed) => {
        const shown = statusOfMoney(transfers, owed).status;
        expect(transfers.filter((one) => isWorseThanShown(one.status, shown))).toEqual([]);
      }),
    );
  });
});
