import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import { decideRefund } from './decide-refund';
import type { DecidedRefund, RefundFacts } from './decided-refund';

/** The decision about facts that are decided on. */
export function decided(facts: RefundFacts): DecidedRefund {
  const decision = decideRefund(facts);
  if (decision.kind === 'refused') throw new Error(`${decision.code} ${JSON.stringify(decision.values)}`);
  return decision.decided;
}
/** The refusal of facts that are refused. */
export function refused(facts: RefundFacts) {
  const decision = decideRefund(facts);
  if (decision.kind === 'decided') throw new Error('was not refused');
  return decision;
}
export const rulesOf = ({ explanation }: Pick<DecidedRefund, 'explanation'>): string[] =>
  explanation.map(({ source, rule }) => `${source}:${rule}`);
export const withPolicy = (from: string | RegExp, to: string): string => STANDARD_POLICY.replace(from, to);
export const REFUSES_ALL = withPolicy(
  /eligibility:\n(.*\n){3}/,
  `eligibility:\n  - { id: never, when: 'true', allow: false, he: 'לא', en: 'No' }\n`,
);
export const LATE = '2027-06-01T09:00:00Z';
