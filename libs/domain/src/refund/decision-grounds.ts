import { isFeeable } from '../quote/fee';
import type { DecisionGrounds, RefundFacts } from './decided-refund';
import type { RefundLaw } from './law-of-refund';
import { itemsToReturn } from './plan-return';
import type { RequestedLine } from './requested-lines';

/**
 * What another version's rules need beside the facts to decide the same case. The law's cap is told by what it is at no
 * share and at the whole: the part that it caps, and the part that it leaves to the policy.
 */
export function groundsOf(facts: RefundFacts, lines: readonly RequestedLine[], law: RefundLaw): DecisionGrounds {
  const feeCap = law.feeCap(0);
  const feeable = lines.filter(({ sold }) => isFeeable(sold.kind)).reduce((sum, { quoted }) => sum + quoted.gross, 0);
  return {
    refundsOfSale: facts.history.refundsOfSale,
    ...(facts.history.watched && { watched: facts.history.watched }),
    feesBefore: facts.feesBefore,
    feeable,
    feeCap,
    uncapped: feeCap === null ? feeable : (law.feeCap(10_000) ?? feeCap) - feeCap,
    returnUnits: itemsToReturn(facts, lines).reduce((sum, { units }) => sum + units, 0),
    waived: law.waived,
  };
}
