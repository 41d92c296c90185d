import { addWorkingHours } from '../calendar/working-hours';
import type { ApprovalRule, CompiledPolicy } from '../policy/compiled-policy';
import type { PolicyRun } from '../policy/evaluate-policy';
import type { PolicyFacts, PolicyStep } from '../policy/policy';
import { passedLimits, type LimitBreach } from '../sending-hold/velocity-breaker';
import type { DecidedRefund, RefundFacts } from './decided-refund';

/** A limit that this refund passes, of amounts or of refunds of its sale. */
export type BreachedLimit = LimitBreach | Readonly<{ limit: 'perSale'; max: number; used: number }>;
export type ApprovalPlan = Readonly<{
  plan: DecidedRefund['approval'];
  /** The limits that it passes: of amounts, what is due then waits. */ breached: readonly BreachedLimit[];
}>;

/** What the ladder depends on beside the facts of its rules. */
type LadderFacts = Pick<RefundFacts, 'requester' | 'now'> &
  Readonly<{ history: Pick<RefundFacts['history'], 'refundsOfSale' | 'watched'> }>;

/** Asked for when somebody must look and the policy's ladder names nobody. */
const SOMEBODY: readonly PolicyStep[] = [{ role: 'lead', hours: 8, then: 'manager' }];

/**
 * The steps of this refund. The ladder's last rule stands in where a limit is breached or a rule cannot be evaluated; then,
 * and for a claim that nothing else supports, at least one person looks, whatever the ladder says.
 */
export function planApproval(run: PolicyRun, policy: CompiledPolicy, asked: LadderAsk): ApprovalPlan {
  const { rule, steps, breached } = askLadder(run, policy, asked);
  return {
    plan: {
      machines: policy.approval.machines,
      rule: rule.id,
      steps: steps.map((step, index) => ({ no: index + 1, ...step })),
      silentUntil: steps.length === 0 ? null : silentUntil(policy, asked.facts.now),
    },
    breached,
  };
}

type LadderAsk = Readonly<{ facts: LadderFacts; policyFacts: PolicyFacts; isClaim: boolean }>;
type LadderAnswer = Pick<ApprovalPlan, 'breached'> & Readonly<{ rule: ApprovalRule; steps: readonly PolicyStep[] }>;

/** When a refund that was asked for at `now` ends if nobody decides. */
export const silentUntil = ({ onSilence, calendar }: CompiledPolicy, now: string): string =>
  addWorkingHours(now, onSilence.afterWorkingHours, calendar);

/** The rule that decides who is asked, and whom. */
export function askLadder(run: PolicyRun, policy: CompiledPolicy, asked: LadderAsk): LadderAnswer {
  const { ladder } = policy.approval;
  const match = run.first('approval', ladder);
  const breached = breachedLimits(policy, asked.facts, asked.policyFacts);
  const own = match.kind === 'matched' && !run.hasErred && breached.length === 0 ? match.rule : undefined;
  const rule = own ?? lastOf(ladder);
  const mustLook = run.hasErred || asked.isClaim;
  const steps = rule.steps.length > 0 || !mustLook ? rule.steps : firstSteps(ladder);
  return { rule, steps, breached };
}

/** Above a limit when this refund is added to what was paid before. */
function breachedLimits(
  { limits }: CompiledPolicy,
  { requester, history }: LadderFacts,
  { payout, reason, sums }: PolicyFacts,
): readonly BreachedLimit[] {
  const before = { ...history.watched, merchantHour: sums.merchantHour, perStaffDay: sums.staffDay };
  const amounts = passedLimits(limits, { staff: requester === 'staff', reason, payout, before });
  const used = history.refundsOfSale + 1;
  if (limits.perSale === null || used <= limits.perSale) return amounts;
  return [...amounts, { limit: 'perSale', max: limits.perSale, used }];
}

/** The least that the ladder asks of anybody. */
export const firstSteps = (ladder: readonly ApprovalRule[]): readonly PolicyStep[] =>
  ladder.find(({ steps }) => steps.length > 0)?.steps.slice(0, 1) ?? SOMEBODY;

export function lastOf(ladder: readonly ApprovalRule[]): ApprovalRule {
  const last = ladder.at(-1);
  if (last === undefined) throw new RangeError('a ladder has at least one rule');
  return last;
}
