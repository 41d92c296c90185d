import { invariant } from '../invariant';
import { NEWS_RANK, type AttemptState, type NewsResult, type TransferNews, type TransferState } from './news';
import { applyDeclined, applyPending, applySettled } from './news-rules';
import { moveAttempt, moveTransfer, type AttemptStatus, type TransferStatus } from './transfer-status';

const RULES = { settled: applySettled, pending: applyPending, declined: applyDeclined } as const;
const NEVER_LEFT: readonly AttemptStatus[] = ['prepared', 'not_sent'];

/**
 * The event table of domain.md section 2: what news make of a transfer and its attempt. News come late, repeated and in
 * any order, and lead to the same end: applying them again changes nothing, and the gateway's own times tell a success
 * that was overtaken by its reversal from a refusal that was overtaken by a success.
 */
export function applyNews(state: TransferState, news: TransferNews): NewsResult {
  const { attempt, newer, isNewest } = attemptOf(state, news.attemptNo);
  const order = orderOf(state, news);
  const step = RULES[news.status]({
    transfer: state.status,
    attempt: attempt.status,
    isNewest,
    rightAmount: news.amount === null || news.amount === state.amount,
    isOlder: order < 0,
    isNewer: order > 0,
  });
  const paid = step.effect === 'settle' || step.effect === 'settle_and_reverse';
  return {
    transferStatus: follow(state.status, step.transfer, moveTransfer),
    attemptStatus: follow(attempt.status, step.attempt, moveAttempt),
    withdrawAttemptNo: paid ? (newer.find(({ status }) => status === 'prepared')?.no ?? null) : null,
    effect: step.effect,
    alert: step.alert ?? null,
    lastFinalNewsAtMs:
      news.status === 'pending' ? state.lastFinalNewsAtMs : latest(state.lastFinalNewsAtMs, news.occurredAtMs),
  };
}

/** The attempt that news or an answer is about. It is the newest when no later one ever left the house. */
export function attemptOf(
  state: TransferState,
  attemptNo: number,
): Readonly<{ attempt: AttemptState; newer: readonly AttemptState[]; isNewest: boolean }> {
  const attempt = state.attempts.find(({ no }) => no === attemptNo);
  invariant(attempt !== undefined, `news belong to an attempt of the transfer, got number ${attemptNo}`);
  const newer = state.attempts.filter(({ no }) => no > attemptNo);
  return { attempt, newer, isNewest: newer.every(({ status }) => NEVER_LEFT.includes(status)) };
}

/** Walks the moves one by one, so that news can never take a way that the state tables do not know. */
const follow = <S extends string>(from: S, way: readonly S[], step: (from: S, to: S) => S): S =>
  way.reduce<S>(step, from);

/** Below zero for news that come before the latest final ones, above it for those after: by the gateway's clock, then by rank. */
function orderOf({ status, lastFinalNewsAtMs }: TransferState, { occurredAtMs, ...news }: TransferNews): number {
  const last = FINAL_NEWS[status];
  if (occurredAtMs === null || lastFinalNewsAtMs === null) return 0;
  return occurredAtMs - lastFinalNewsAtMs || (last === undefined ? 0 : NEWS_RANK[news.status] - NEWS_RANK[last]);
}
/** What the latest final news said of a transfer that stands there. */
const FINAL_NEWS: Partial<Record<TransferStatus, TransferNews['status']>> = {
  settled: 'settled',
  declined: 'declined',
  reversed: 'declined',
};
const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
