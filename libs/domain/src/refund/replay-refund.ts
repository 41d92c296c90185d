import { localDate } from '../calendar/zoned-time';
import type { CompiledPolicy } from '../policy/compiled-policy';
import { conditionFacts } from '../policy/condition';
import { PolicyRun, type RuleTrace } from '../policy/evaluate-policy';
import type { PolicyFacts } from '../policy/policy';
import { feeRule } from '../quote/fee';
import { basisPoints } from '../quote/share';
import { decideEligibility } from './decide-eligibility';
import type { DecisionGrounds } from './decided-refund';
import { askLadder, silentUntil } from './plan-approval';
import { returnRule } from './plan-return';

/** A refund as it was decided, with the facts of that day: what rules are tried on, never what they would be today. */
export type RecordedRefund = Readonly<{
  facts: PolicyFacts;
  grounds: DecisionGrounds;
  /** When it was asked for. */ at: string;
  /** The notice came within the time of the law. */ inTime: boolean;
  payBy: string | null;
}>;

export const REPLAY_OUTCOMES = ['auto', 'approval', 'refused'] as const;
export type ReplayOutcome = (typeof REPLAY_OUTCOMES)[number];
export type ReplayedRefund = Readonly<{
  outcome: ReplayOutcome;
  /** The rule that refuses, or that of the ladder. */ rule: string;
  steps: number;
  /** After the fee; 0 when it is refused. */ payout: number;
  fee: number;
  returnMode: string;
  /** A rule could not be evaluated, for want of a fact or by its own fault. */ erred: boolean;
  /** Statutory, and when nobody decides its silence lasts beyond the legal date. */ late: boolean;
}>;
/** With what every rule answered that was asked, in that order. */
export type TracedRefund = ReplayedRefund & Readonly<{ trace: readonly RuleTrace[] }>;

/**
 * What a policy would have decided about a refund of the past: the same rules in the same order as when it is asked for,
 * on recorded facts. Pure; under the policy that decided it then, the outcome is the one of then.
 */
export function replayRefund(policy: CompiledPolicy, recorded: RecordedRefund): TracedRefund {
  const { facts, grounds, at, inTime, payBy } = recorded;
  const { statutory, requester } = facts;
  const run = new PolicyRun(conditionFacts(facts));
  const eligibility = decideEligibility(run, policy, facts, { statutory, inTime, waived: grounds.waived });
  const goods = grounds.returnUnits > 0 ? returnRule(run, policy) : undefined;
  const fee = feeUnder(run, policy, grounds);
  const { refundsOfSale, watched } = grounds;
  const history = { refundsOfSale, ...(watched && { watched }) };
  const { rule, steps } = askLadder(run, policy, {
    facts: { requester, now: at, history },
    policyFacts: facts,
    isClaim: eligibility.isClaim,
  });
  const { trace, hasErred: erred } = run;
  const returnMode = goods?.mode ?? 'none';
  const refusing = eligibility.kind === 'refused' ? eligibility.rule.id : refusedDestination(policy, facts);
  if (refusing !== null) return { ...REFUSED, rule: refusing, erred, trace };
  return {
    outcome: steps.length === 0 ? 'auto' : 'approval',
    rule: rule.id,
    steps: steps.length,
    payout: facts.payout - fee,
    fee,
    returnMode,
    erred,
    late: statutory && steps.length > 0 && payBy !== null && isLate(policy, at, payBy),
    trace,
  };
}

/** Nothing is paid, and nobody is asked. */
export const REFUSED = {
  outcome: 'refused',
  steps: 0,
  payout: 0,
  fee: 0,
  returnMode: 'none',
  late: false,
} as const satisfies Partial<ReplayedRefund>;

/** Policy, then law, then never above what the fee is taken of. */
function feeUnder(run: PolicyRun, policy: CompiledPolicy, { feesBefore, feeable, feeCap, uncapped }: DecisionGrounds) {
  const match = run.first('fee', policy.fee);
  if (match.kind !== 'matched') return 0;
  const { bps, max } = match.rule;
  const lawCap = feeCap === null ? null : feeCap + basisPoints(uncapped, bps);
  return Math.min(feeRule({ bps, max, feesBefore, lawCap })(feeable), feeable);
}

/** Who has a legal right may always have money; credit needs the policy's leave. */
function refusedDestination({ destinations }: CompiledPolicy, { destination, statutory }: PolicyFacts): string | null {
  const isAllowed = destinations.allow.some((one) => one === destination);
  return isAllowed || (statutory && destination === 'original') ? null : 'destinations';
}

const isLate = (policy: CompiledPolicy, at: string, payBy: string): boolean =>
  localDate(silentUntil(policy, at), policy.calendar.zone) > payBy;
