import { applyNews, attemptOf } from './apply-news';
import type { NewsResult, TransferNews, TransferState } from './news';
import { moveAttempt, moveTransfer } from './transfer-status';

/** What a call to the gateway, or a look-up, ended in for one attempt. */
export type TransferAnswer = Readonly<{
  attemptNo: number;
  status: TransferNews['status'] | 'unknown';
  amount: number | null;
}>;

/**
 * What an answer makes of a transfer. News that came before it stand: the answer is older than they are, and changes
 * nothing then. Applying an answer again changes nothing. `unknown` never overwrites what is known.
 */
export function applyAnswer(state: TransferState, answer: TransferAnswer): NewsResult {
  const { status } = answer;
  if (status === 'unknown') return applyUnknown(state, answer.attemptNo);

  const { attempt, isNewest } = attemptOf(state, answer.attemptNo);
  const isAnnounced =
    state.status === 'settled' ||
    state.status === 'reversed' ||
    (state.status === 'declined' && state.lastFinalNewsAtMs !== null);
  if (!isNewest || !isAnnounced) return applyNews(state, { ...answer, status, occurredAtMs: null });

  const contradicts =
    (state.status === 'settled' && status === 'declined') || (state.status === 'declined' && status === 'settled');
  return { ...unchanged(state), attemptStatus: attempt.status, alert: contradicts ? 'answer_contradicts' : null };
}

function applyUnknown(state: TransferState, attemptNo: number): NewsResult {
  const { attempt, isNewest } = attemptOf(state, attemptNo);
  const attemptStatus = attempt.status === 'sent' ? moveAttempt('sent', 'unknown') : attempt.status;
  if (!isNewest || state.status !== 'sending') return { ...unchanged(state), attemptStatus };
  return { ...unchanged(state), attemptStatus, transferStatus: moveTransfer('sending', 'in_doubt'), effect: 'doubt' };
}

const unchanged = (state: TransferState): Omit<NewsResult, 'attemptStatus'> => ({
  transferStatus: state.status,
  withdrawAttemptNo: null,
  effect: 'none',
  alert: null,
  lastFinalNewsAtMs: state.lastFinalNewsAtMs,
});
