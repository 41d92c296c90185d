import { applyAnswer, type TransferAnswer } from './apply-answer';
import { applyNews } from './apply-news';
import type { TransferState } from './news';
import type { AttemptStatus, TransferStatus } from './transfer-status';

const transfer = (
  status: TransferStatus,
  attempt: AttemptStatus,
  lastFinalNewsAtMs: number | null = null,
): TransferState => ({
  status,
  amount: 500,
  attempts: [{ no: 1, status: attempt }],
  lastFinalNewsAtMs,
});
const answer = (status: TransferAnswer['status'], amount: number | null = 500): TransferAnswer => ({
  attemptNo: 1,
  status,
  amount,
});
const outcome = (state: TransferState, said: TransferAnswer): unknown[] => {
  const { transferStatus, attemptStatus, effect, alert } = applyAnswer(state, said);
  return [transferStatus, attemptStatus, effect, ...(alert ? [alert] : [])];
};

describe('the answer to a call', () => {
  it.each([
    ['settled', ['settled', 'succeeded', 'settle']],
    ['pending', ['pending', 'pending', 'pending']],
    ['declined', ['declined', 'refused', 'decline']],
    ['unknown', ['in_doubt', 'unknown', 'doubt']],
  ] as const)('%s is recorded', (status, expected) =>
    expect(outcome(transfer('sending', 'sent'), answer(status, status === 'declined' ? null : 500))).toEqual(expected),
  );

  it('of another amount is a doubt', () =>
    expect(outcome(transfer('sending', 'sent'), answer('settled', 499))).toEqual([
      'in_doubt',
      'unknown',
      'doubt',
      'wrong_amount',
    ]));

  it('found by a look-up ends a doubt', () => {
    expect(outcome(transfer('in_doubt', 'unknown'), answer('settled'))).toEqual(['settled', 'succeeded', 'settle']);
    expect(outcome(transfer('in_doubt', 'unknown'), answer('pending'))).toEqual(['pending', 'pending', 'pending']);
  });

  it.each(['settled', 'pending', 'declined', 'unknown'] as const)('%s twice changes nothing more', (status) => {
    const once = applyAnswer(transfer('sending', 'sent'), answer(status));
    const after = transfer(once.transferStatus, once.attemptStatus, once.lastFinalNewsAtMs);
    const twice = applyAnswer(after, answer(status));
    expect(twice).toMatchObject({
      transferStatus: once.transferStatus,
      attemptStatus: once.attemptStatus,
      effect: 'none',
    });
  });
});

describe('an answer that comes after the news', () => {
  const announced = (status: 'settled' | 'declined'): TransferState => {
    const result = applyNews(transfer('sending', 'sent'), { attemptNo: 1, status, amount: 500, occurredAtMs: 1000 });
    return transfer(result.transferStatus, result.attemptStatus, result.lastFinalNewsAtMs);
  };

  it('changes nothing when it agrees, or says nothing', () => {
    for (const status of ['settled', 'pending', 'unknown'] as const)
      expect(outcome(announced('settled'), answer(status))).toEqual(['settled', 'succeeded', 'none']);
    for (const status of ['declined', 'pending', 'unknown'] as const)
      expect(outcome(announced('declined'), answer(status))).toEqual(['declined', 'refused', 'none']);
  });

  it('is older than they are, and no reversal', () =>
    expect(outcome(announced('settled'), answer('declined'))).toEqual([
      'settled',
      'succeeded',
      'none',
      'answer_contradicts',
    ]));

  it('does not settle what was announced as failed', () =>
    expect(outcome(announced('declined'), answer('settled'))).toEqual([
      'declined',
      'refused',
      'none',
      'answer_contradicts',
    ]));

  it('settles what only people had given up', () =>
    expect(outcome(transfer('declined', 'refused'), answer('settled'))).toEqual([
      'settled',
      'succeeded',
      'settle',
      'settled_after_decline',
    ]));

  it('is an external refund when a newer attempt has been sent', () => {
    const state = {
      ...transfer('settled', 'refused'),
      attempts: [
        { no: 1, status: 'refused' },
        { no: 2, status: 'succeeded' },
      ],
    } as const;
    expect(outcome(state, answer('settled'))).toEqual(['settled', 'succeeded', 'external_refund', 'external_refund']);
    expect(outcome(state, answer('unknown'))).toEqual(['settled', 'refused', 'none']);
  });
});
