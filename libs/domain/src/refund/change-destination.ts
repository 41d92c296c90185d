import { approvalsAsked } from '../approval/approval-ladder';
import { addWorkingHours } from '../calendar/working-hours';
import { lawPackOf } from '../law/law-of';
import type { CompiledPolicy } from '../policy/compiled-policy';
import { conditionFacts } from '../policy/condition';
import { PolicyRun } from '../policy/evaluate-policy';
import { basisPoints } from '../quote/share';
import type { ApprovalStepPlan, DecidedRefund, DestinationChange } from './decided-refund';
import { firstSteps, lastOf } from './plan-approval';

export type ChangeFacts = Readonly<{
  decided: DecidedRefund;
  /** The version that is pinned to the refund. */ policy: CompiledPolicy;
  change: DestinationChange;
  /** Of transfers to store credit that are not issued yet, the new one included. */ creditAmount: number;
  now: string;
}>;

/**
 * The refund as it is to be approved with its new destination. Lines, amounts and fee stay. The ladder is asked again, with
 * the new destination among its facts and never fewer steps than before: at least one person looks, whatever the policy says.
 */
export function changeDestination({ decided, policy, change, creditAmount, now }: ChangeFacts): DecidedRefund {
  const facts = { ...decided.facts, destination: change.to };
  const run = new PolicyRun(conditionFacts(facts));
  const match = run.first('approval', policy.approval.ladder);
  const rule = match.kind === 'matched' ? match.rule : lastOf(policy.approval.ladder);
  const before = decided.approval;
  const asksForLess =
    rule.steps.length < before.steps.length || approvalsAsked(rule.steps) < approvalsAsked(before.steps);
  const asked = asksForLess ? before.steps : numbered(rule.steps);
  return {
    ...decided,
    facts,
    approval: {
      machines: before.machines,
      rule: rule.id,
      steps: asked.length > 0 ? asked : numbered(firstSteps(policy.approval.ladder)),
      silentUntil: addWorkingHours(now, policy.onSilence.afterWorkingHours, policy.calendar),
    },
    storeCredit: creditAmount > 0 ? creditOf(creditAmount, decided, policy) : decided.storeCredit,
    destinationChange: change,
  };
}

const numbered = (steps: readonly Omit<ApprovalStepPlan, 'no'>[]): readonly ApprovalStepPlan[] =>
  steps.map((step, index) => ({ ...step, no: index + 1 }));

/** Whoever takes credit instead of money gets what the policy promises to all who do. */
const creditOf = (
  amount: number,
  { facts }: DecidedRefund,
  { destinations }: CompiledPolicy,
): DecidedRefund['storeCredit'] => ({
  bonus: basisPoints(amount, destinations.creditBonusBps),
  months: Math.max(destinations.creditMonths, lawPackOf(facts.jurisdiction)?.creditMonths ?? 0),
});

/** What people approve after a change: all that was approved before, by its hash, and where the money goes now. */
export type ChangedSnapshot = Readonly<{
  v: 1;
  /** Hash of the snapshot that is changed. */ before: string;
  transfers: readonly Readonly<{ no: number; destination: string; amount: number }>[];
  payeeHash: string | null;
  bonus: number;
  months: number | null;
}>;

/** The snapshot of a changed refund. A decision is bound to the SHA-256 of its `canonicalJson`; no two changes share one. */
export const changedSnapshot = (
  before: string,
  { storeCredit, destinationChange }: DecidedRefund,
  transfers: ChangedSnapshot['transfers'],
): ChangedSnapshot => ({
  v: 1,
  before,
  transfers: transfers.map(({ no, destination, amount }) => ({ no, destination, amount })),
  payeeHash: destinationChange?.payeeHash ?? null,
  bonus: storeCredit?.bonus ?? 0,
  months: storeCredit?.months ?? null,
});
