import type { CompiledPolicy, PolicyFeeRule } from '../policy/compiled-policy';
import type { PolicyRun } from '../policy/evaluate-policy';
import { feeRule, NO_FEE } from '../quote/fee';
import type { FeeRule } from '../quote/quote';
import type { RefundFacts } from './decided-refund';
import type { RefundLaw } from './law-of-refund';

export type FeePlan = Readonly<{
  rule: PolicyFeeRule | null;
  lawCap: number | null;
  /** What is kept. */ fee: FeeRule;
  /** What the policy alone would keep. */ policyFee: FeeRule;
}>;

/** The policy's fee under the law's cap. A rule that cannot be evaluated costs the customer nothing. */
export function planFee(run: PolicyRun, policy: CompiledPolicy, facts: RefundFacts, law: RefundLaw): FeePlan {
  const match = run.first('fee', policy.fee);
  if (match.kind !== 'matched') return { rule: null, lawCap: null, fee: NO_FEE, policyFee: NO_FEE };
  const { rule } = match;
  const lawCap = law.feeCap(rule.bps);
  const terms = { bps: rule.bps, max: rule.max, feesBefore: facts.feesBefore };
  return { rule, lawCap, fee: feeRule({ ...terms, lawCap }), policyFee: feeRule({ ...terms, lawCap: null }) };
}
