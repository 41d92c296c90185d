import { mayMove } from '../state/state-table';
import type { NewsAlert, NewsEffect } from './news';
import { ATTEMPT_NEXT, type AttemptStatus, type TransferStatus } from './transfer-status';

/** What a rule of the event table looks at. */
type Facts = Readonly<{
  transfer: TransferStatus;
  attempt: AttemptStatus;
  /** No newer attempt ever left the house. */ isNewest: boolean;
  rightAmount: boolean;
  /** The news come before (after) the latest final news by the gateway's clock, and by their rank within one moment of it. */
  isOlder: boolean;
  isNewer: boolean;
}>;
/** The moves that follow, in order; none = stays. */
type Step = Readonly<{
  transfer: readonly TransferStatus[];
  attempt: readonly AttemptStatus[];
  effect: NewsEffect;
  alert?: NewsAlert;
}>;
type Rule = (facts: Facts) => Step;
type RuleTable = Readonly<Record<TransferStatus, Rule>>;

const moved = (facts: Facts, to: AttemptStatus): readonly AttemptStatus[] =>
  mayMove(ATTEMPT_NEXT, facts.attempt, to) ? [to] : [];
const stays = (facts: Facts, attempt: AttemptStatus): Step => ({
  transfer: [],
  attempt: moved(facts, attempt),
  effect: 'none',
});

/** Success: the money surely moved. */
export const applySettled: Rule = (facts) => {
  if (!facts.isNewest) return facts.attempt === 'succeeded' ? stays(facts, 'succeeded') : outside(facts);
  if (!facts.rightAmount) return otherAmount(facts);
  return ON_SETTLED[facts.transfer](facts);
};

/** Money that this transfer does not answer for any more: a newer attempt was sent, it was given up, or had come back. */
const outside: Rule = (facts) => ({
  transfer: [],
  attempt: moved(facts, 'succeeded'),
  effect: 'external_refund',
  alert: 'external_refund',
});
const settles: Rule = (facts) => ({ transfer: ['settled'], attempt: moved(facts, 'succeeded'), effect: 'settle' });

const ON_SETTLED: RuleTable = {
  planned: settles, // A database was restored to before the call.
  sending: settles,
  pending: settles,
  in_doubt: settles,
  settled: (facts) => stays(facts, 'succeeded'),
  // A failure that happened after this success was its reversal, told first.
  declined: (facts) =>
    facts.isOlder
      ? { transfer: ['settled', 'reversed'], attempt: moved(facts, 'succeeded'), effect: 'settle_and_reverse' }
      : { ...settles(facts), alert: 'settled_after_decline' },
  // It came back, and then moved after all: what was owed anew may be paid by another transfer already.
  reversed: (facts) =>
    facts.isNewer ? { ...outside(facts), alert: 'settled_after_reversal' } : stays(facts, 'succeeded'),
  released: (facts) => (facts.attempt === 'succeeded' ? stays(facts, 'succeeded') : outside(facts)),
};

/** The gateway moved something, but not what was asked for: nobody knows what the customer has. */
const otherAmount: Rule = (facts) => {
  const open: readonly TransferStatus[] = ['sending', 'pending'];
  const known: Step = { transfer: [], attempt: [], effect: 'none', alert: 'wrong_amount' };
  if (facts.transfer === 'in_doubt') return { ...known, attempt: moved(facts, 'unknown') };
  if (!open.includes(facts.transfer)) return known;
  return { ...known, transfer: ['in_doubt'], attempt: moved(facts, 'unknown'), effect: 'doubt' };
};

/** On its way: counts only where nothing surer is known. */
export const applyPending: Rule = (facts) => {
  const counts = facts.isNewest && (facts.transfer === 'sending' || facts.transfer === 'in_doubt');
  if (!counts) return stays(facts, 'pending');
  if (!facts.rightAmount) return otherAmount(facts);
  return { transfer: ['pending'], attempt: moved(facts, 'pending'), effect: 'pending' };
};

/** Failure: the money surely did not move, or came back. */
export const applyDeclined: Rule = (facts) =>
  facts.isNewest ? ON_DECLINED[facts.transfer](facts) : stays(facts, 'refused');

const declines: Rule = (facts) => ({ transfer: ['declined'], attempt: moved(facts, 'refused'), effect: 'decline' });
const keeps: Rule = (facts) => stays(facts, 'refused');

const ON_DECLINED: RuleTable = {
  planned: keeps,
  sending: declines,
  pending: declines,
  in_doubt: declines,
  // Older than the success that settled it: a failure that was overcome. Else the money came back.
  settled: (facts) => (facts.isOlder ? keeps(facts) : { transfer: ['reversed'], attempt: [], effect: 'reverse' }),
  declined: keeps,
  reversed: keeps,
  released: keeps,
};
