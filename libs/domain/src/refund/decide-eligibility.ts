import type { CompiledPolicy, EligibilityRule } from '../policy/compiled-policy';
import { conditionFacts } from '../policy/condition';
import { PolicyRun } from '../policy/evaluate-policy';
import type { PolicyFacts } from '../policy/policy';
import type { RefundLaw } from './law-of-refund';

/** Who lets the refund be, or who refuses it. A claim is eligible by nothing but the reason that was given. */
export type Eligibility = Readonly<{ isClaim: boolean }> &
  Readonly<
    | { kind: 'by_policy'; rule: EligibilityRule }
    | { kind: 'by_law'; /** The policy's rule that refuses. */ rule: EligibilityRule }
    | { kind: 'undecided'; /** The rule that could not be evaluated. */ rule: EligibilityRule }
    | { kind: 'refused'; rule: EligibilityRule }
  >;

/** Asks the policy first; the law can only say yes where the policy said no. */
export function decideEligibility(
  run: PolicyRun,
  policy: CompiledPolicy,
  facts: PolicyFacts,
  law: Pick<RefundLaw, 'statutory' | 'waived' | 'inTime'>,
): Eligibility {
  const match = run.first('eligibility', policy.eligibility);
  const rule = match.kind === 'none' ? lastOf(policy.eligibility) : match.rule;
  const isClaim = law.waived && !law.inTime && !isEligibleWithoutClaim(policy, facts);
  // A rule that cannot be evaluated never refuses, and never approves: the ladder's last rule will have the word.
  if (match.kind === 'errored') return { kind: 'undecided', rule, isClaim };
  if (match.kind === 'matched' && rule.allow) return { kind: 'by_policy', rule, isClaim };
  return law.statutory ? { kind: 'by_law', rule, isClaim } : { kind: 'refused', rule, isClaim };
}

/** The same question with the claim left out: would the policy allow this, did nobody say that the merchant is to blame? */
function isEligibleWithoutClaim(policy: CompiledPolicy, facts: PolicyFacts): boolean {
  const match = new PolicyRun(conditionFacts({ ...facts, statutory: false })).first('eligibility', policy.eligibility);
  return match.kind === 'matched' && match.rule.allow;
}

function lastOf<Rule>(rules: readonly Rule[]): Rule {
  const last = rules.at(-1);
  if (last === undefined) throw new RangeError('a policy has at least one rule of eligibility');
  return last;
}
