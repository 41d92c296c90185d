import { explained, money, type ToExplain } from '@zikui/domain';
import type { ExplanationView } from './refund.view';

/** The explanation as people and programs read it: each amount with its currency. */
export const explanationView = (toExplain: ToExplain): readonly ExplanationView[] =>
  explained(toExplain).map(({ calculation, ...entry }) => {
    const amount = (minor: number) => money(minor, toExplain.quote.currency);
    return {
      ...entry,
      calculation: calculation && {
        terms: calculation.terms.map((term) => ({ name: term.name, amount: amount(term.amount) })),
        result: amount(calculation.result),
      },
    };
  });
