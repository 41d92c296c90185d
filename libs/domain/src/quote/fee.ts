import { invariant } from '../invariant';
import type { FeeRule } from './quote';
import { basisPoints } from './share';

/** The fee of a policy rule under the law's cap. `max` and `lawCap` of null set no limit; earlier fees of the sale count against `max`. */
export type FeeTerms = Readonly<{ bps: number; max: number | null; feesBefore: number; lawCap: number | null }>;

/** Fee of nothing: for policies and reasons without one. */
export const NO_FEE: FeeRule = () => 0;

/** The fee rule of domain.md section 4, rule 6: share, then what is left of the policy's maximum, then the law's cap. */
export function feeRule({ bps, max, feesBefore, lawCap }: FeeTerms): FeeRule {
  return (feeableGross) => {
    const share = basisPoints(feeableGross, bps);
    const byPolicy = max === null ? share : Math.max(0, Math.min(share, max - feesBefore));
    return lawCap === null ? byPolicy : Math.min(byPolicy, lawCap);
  };
}

/** What is kept of this request: never above the gross of its goods and service lines, whatever the rule says. */
export function feeOf(rule: FeeRule, lines: readonly Readonly<{ kind: string; gross: number }>[]): number {
  const feeableGross = lines.filter(({ kind }) => isFeeable(kind)).reduce((total, { gross }) => total + gross, 0);
  const fee = Math.min(rule(feeableGross), feeableGross);
  invariant(Number.isSafeInteger(fee) && fee >= 0, `a fee is a natural number of minor units, got ${fee}`);
  return fee;
}

/** A cancellation fee is kept of goods and services only. */
export const isFeeable = (kind: string): boolean => kind === 'goods' || kind === 'service';
