import type { CompiledPolicy, PolicyFeeRule } from '../policy/compiled-policy';
import type { PolicyRun } from '../policy/evaluate-policy';
import { feeOf, feeRule, isFeeable } from '../quote/fee';
import type { FeeBasis } from '../quote/quote-basis';
import type { RefundFacts } from './decided-refund';
import type { RefundLaw } from './law-of-refund';
import type { RequestedLine } from './requested-lines';

export type FeePlan = Readonly<{
  rule: PolicyFeeRule | null;
  lawCap: number | null;
  /** What the policy alone would keep. */ policyFee: number;
  basis: FeeBasis | null;
}>;

/** The policy's fee, and the law's cap on it. A rule that cannot be evaluated costs the customer nothing. */
export function planFee(
  run: PolicyRun,
  policy: CompiledPolicy,
  { feesBefore }: RefundFacts,
  lines: readonly RequestedLine[],
  law: RefundLaw,
): FeePlan {
  const match = run.first('fee', policy.fee);
  if (match.kind !== 'matched') return { rule: null, lawCap: null, policyFee: 0, basis: null };
  const { rule } = match;
  const { bps, max } = rule;
  const lawCap = law.feeCap(bps);
  const priced = lines.map(({ sold: { kind }, quoted: { gross } }) => ({ kind, gross }));
  const base = priced.reduce((sum, { kind, gross }) => (isFeeable(kind) ? sum + gross : sum), 0);
  return {
    rule,
    lawCap,
    policyFee: feeOf(feeRule({ bps, max, feesBefore, lawCap: null }), priced),
    basis: { base, bps, max, feesBefore, lawCap },
  };
}
