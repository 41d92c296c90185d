import { addWorkingHours } from '../calendar/working-hours';
import type { ApprovalRule, CompiledPolicy } from '../policy/compiled-policy';
import type { PolicyRun } from '../policy/evaluate-policy';
import type { PolicyFacts, PolicyStep } from '../policy/policy';
import { LIMIT_NAMES, type LimitName } from '../sending-hold/velocity-breaker';
import type { DecidedRefund, RefundFacts } from './decided-refund';

type BreachedLimit = keyof CompiledPolicy['limits'];
export type ApprovalPlan = Readonly<{
  plan: DecidedRefund['approval'];
  /** The limit of amounts that this refund passes: what is due then waits. */ tripped: LimitName | null;
  /** Why another than the ladder's own rule was taken. */ because: BreachedLimit | 'policy_error' | 'claim' | null;
}>;

/** What the ladder depends on beside the facts of its rules. */
type LadderFacts = Pick<RefundFacts, 'requester' | 'now'> &
  Readonly<{ history: Pick<RefundFacts['history'], 'refundsOfSale'> }>;

/** Asked for when somebody must look and the policy's ladder names nobody. */
const SOMEBODY: readonly PolicyStep[] = [{ role: 'lead', hours: 8, then: 'manager' }];

/**
 * The steps of this refund. The ladder's last rule stands in where a limit is breached or a rule cannot be evaluated; then,
 * and for a claim that nothing else supports, at least one person looks, whatever the ladder says.
 */
export function planApproval(run: PolicyRun, policy: CompiledPolicy, asked: LadderAsk): ApprovalPlan {
  const { rule, steps, tripped, because } = askLadder(run, policy, asked);
  return {
    plan: {
      machines: policy.approval.machines,
      rule: rule.id,
      steps: steps.map((step, index) => ({ no: index + 1, ...step })),
      silentUntil: steps.length === 0 ? null : silentUntil(policy, asked.facts.now),
    },
    tripped,
    because,
  };
}

type LadderAsk = Readonly<{ facts: LadderFacts; policyFacts: PolicyFacts; isClaim: boolean }>;
type LadderAnswer = Pick<ApprovalPlan, 'tripped' | 'because'> &
  Readonly<{ rule: ApprovalRule; steps: readonly PolicyStep[] }>;

/** When a refund that was asked for at `now` ends if nobody decides. */
export const silentUntil = ({ onSilence, calendar }: CompiledPolicy, now: string): string =>
  addWorkingHours(now, onSilence.afterWorkingHours, calendar);

/** The rule that decides who is asked, and whom. */
export function askLadder(run: PolicyRun, policy: CompiledPolicy, asked: LadderAsk): LadderAnswer {
  const { ladder } = policy.approval;
  const match = run.first('approval', ladder);
  const breached = breachedLimit(policy, asked.facts, asked.policyFacts);
  const own = match.kind === 'matched' && !run.hasErred && breached === null ? match.rule : undefined;
  const rule = own ?? lastOf(ladder);
  const because = run.hasErred
    ? 'policy_error'
    : (breached ?? (asked.isClaim && rule.steps.length === 0 ? 'claim' : null));

  const mustLook = run.hasErred || asked.isClaim;
  const steps = rule.steps.length > 0 || !mustLook ? rule.steps : firstSteps(ladder);
  const tripped = LIMIT_NAMES.find((name) => name === breached) ?? null;
  return { rule, steps, tripped, because };
}

/** Above a limit when this refund is added to what was paid before. */
function breachedLimit(
  { limits }: CompiledPolicy,
  { requester, history }: LadderFacts,
  { payout, sums }: PolicyFacts,
): BreachedLimit | null {
  const passes = (limit: number | null, sum: number): boolean => limit !== null && sum > limit;
  if (passes(limits.merchantHour, sums.merchantHour + payout)) return 'merchantHour';
  if (requester === 'staff' && passes(limits.perStaffDay, sums.staffDay + payout)) return 'perStaffDay';
  return passes(limits.perSale, history.refundsOfSale + 1) ? 'perSale' : null;
}

/** The least that the ladder asks of anybody. */
export const firstSteps = (ladder: readonly ApprovalRule[]): readonly PolicyStep[] =>
  ladder.find(({ steps }) => steps.length > 0)?.steps.slice(0, 1) ?? SOMEBODY;

export function lastOf(ladder: readonly ApprovalRule[]): ApprovalRule {
  const last = ladder.at(-1);
  if (last === undefined) throw new RangeError('a ladder has at least one rule');
  return last;
}
