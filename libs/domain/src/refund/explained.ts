import type { Sentence } from '../policy/policy';
import type { QuoteBasis } from '../quote/quote-basis';
import {
  partCalculations,
  payoutCalculation,
  type CalculatedQuote,
  type Calculation,
  type Term,
} from '../quote/quote-calculations';
import { STORE_CREDIT } from '../quote/quote-refund';
import { ARITHMETIC_TEXTS } from '../text/arithmetic-texts';
import { DESTINATION_NAMES } from '../text/display-names';
import { fillIn } from '../text/fill-sentence';
import type { ExplanationEntry } from './decided-refund';

/** The rules of domain.md section 4, in this state. A change of the arithmetic gives them a new name. */
const ARITHMETIC_VERSION = 'arithmetic-1';

/** One rule that spoke, with the version of the rules that it belongs to and, of an amount, how it came about. */
export type ExplainedEntry = Omit<ExplanationEntry, 'pointer'> &
  Readonly<{
    version: string;
    /** JSON pointer to the amount or verdict of the quote that it decided; null where it only tells. */
    pointer: string | null;
    /** Signed amounts, in minor units, that sum to `result`; null where nothing was counted. */
    calculation: Readonly<{ terms: readonly Term[]; result: number }> | null;
  }>;

export type ToExplain = Readonly<{
  quote: CalculatedQuote & Readonly<{ currency: string }>;
  /** Absent for refunds that were recorded without one: then only the payout is counted. */ basis: QuoteBasis | null;
  /** As recorded. */ entries: readonly ExplanationEntry[];
  policy: Readonly<{ name: string; version: number }>;
  lawVersion: string;
}>;

/** Why a refund is what it is: each amount with its arithmetic, then each rule with the version that spoke. Pure. */
export function explained({ quote, basis, entries, policy, lawVersion }: ToExplain): readonly ExplainedEntry[] {
  const versions: Readonly<Record<ExplanationEntry['source'], string>> = {
    arithmetic: ARITHMETIC_VERSION,
    policy: `${policy.name} ${String(policy.version)}`,
    law: lawVersion,
  };
  return entries.flatMap((entry) => {
    const told = { ...entry, version: versions[entry.source], pointer: entry.pointer ?? null };
    if (entry.source !== 'arithmetic' || entry.rule !== 'payout') return [{ ...told, calculation: null }];
    const { pointer, terms, result } = payoutCalculation(quote);
    const parts = basis === null ? [] : partCalculations(quote, basis);
    return [{ ...told, pointer, calculation: { terms, result } }, ...parts.map((part) => counted(part, quote))];
  });
}

function counted(
  { rule, pointer, terms, result, values }: Calculation,
  { currency, payout }: ToExplain['quote'],
): ExplainedEntry {
  if (rule === 'payout') throw new RangeError('the payout is told by its own entry');
  const all = { ...values, payout, result, currency };
  const inLanguage = (locale: 'he' | 'en'): string =>
    fillIn(locale, ARITHMETIC_TEXTS[rule], { ...all, ...namesOf(values, locale) });
  return {
    source: 'arithmetic',
    rule,
    version: ARITHMETIC_VERSION,
    pointer,
    he: inLanguage('he'),
    en: inLanguage('en'),
    values: all,
    calculation: { terms, result },
  };
}

const SHIPPING: Sentence = { he: 'משלוח', en: 'Shipping' };

function namesOf({ part, payment }: Calculation['values'], locale: 'he' | 'en'): Readonly<Record<string, string>> {
  const credit = DESTINATION_NAMES.store_credit[locale];
  return {
    partName: part === undefined ? SHIPPING[locale] : String(part),
    paymentName: payment === STORE_CREDIT ? credit : String(payment ?? ''),
  };
}
