import fc from 'fast-check';
import { standInFate } from './stand-in';
import { mayMove } from '../state/state-table';
import { TRANSFER_NEXT, TRANSFER_STATUSES } from './transfer-status';

describe('the stand-in of a transfer whose money moved after all', () => {
  it('is released exactly where the state table lets it be released, so that nothing of it can be sent', () =>
    fc.assert(
      fc.property(fc.constantFrom(...TRANSFER_STATUSES), (status) => {
        expect(standInFate({ status }) === 'release').toBe(mayMove(TRANSFER_NEXT, status, 'released'));
      }),
    ));

  it('pays twice in every state from which its money can be with the customer', () => {
    const paid = TRANSFER_STATUSES.filter((status) => standInFate({ status }) === 'paid_twice');
    expect(paid.sort()).toEqual(['in_doubt', 'pending', 'sending', 'settled']);
  });

  it('is of no concern where there is none, or where it is over without having paid', () => {
    expect(standInFate(null)).toBe('none');
    expect([standInFate({ status: 'released' }), standInFate({ status: 'reversed' })]).toEqual(['none', 'none']);
  });
});
