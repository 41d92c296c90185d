import { refuseCancellation } from './refuse-cancellation';
import { REFUND_STATUSES } from './refund-status';

const codes = (attemptSent: boolean): Record<string, string | undefined> =>
  Object.fromEntries(REFUND_STATUSES.map((status) => [status, refuseCancellation({ status, attemptSent })?.code]));

describe('a cancellation', () => {
  it('is allowed until money may move, and then too late', () =>
    expect(codes(false)).toEqual({
      requested: undefined,
      awaiting_approval: undefined,
      awaiting_return: undefined,
      needs_review: undefined,
      processing: 'too_late',
      awaiting_gateway: 'too_late',
      in_doubt: 'too_late',
      completed: 'invalid_state',
      rejected: 'invalid_state',
      expired: 'invalid_state',
      cancelled: 'invalid_state',
      failed: 'invalid_state',
    }));

  it('is too late in every open status once an attempt was sent', () => {
    const open = Object.entries(codes(true)).filter(([, code]) => code !== 'invalid_state');
    expect(open.map(([, code]) => code)).toEqual(Array(7).fill('too_late'));
  });
});
