import type { ErrorValues } from '../error/refund-error';
import type { Sentence } from '../policy/policy';
import type { Quote } from '../quote/quote';
import { EXPLANATION_TEXTS, type ExplanationText } from '../text/explanation-texts';
import { fillIn, fillSentence } from '../text/fill-sentence';
import type { ExplanationEntry } from './decided-refund';

/** What each sentence of ours decided, as a pointer into the quote; null where it only tells. */
const DECIDED: Readonly<Record<ExplanationText, string | null>> = {
  law_over_policy: '',
  right_until: '/statutory',
  right_open: '/statutory',
  waiver: '/statutory',
  pay_by: '/deadlines/payBy',
  fee_cap: '/fee',
  proof_of_sending: '/return/moneyOn',
  destination_over_policy: '/destination',
  credit_choice: '/destination',
  credit_bonus: null,
  credit_months: null,
  instalments_cancel_plan: null,
  instalments_credit_lump_sum: null,
  instalments_credit_in_instalments: null,
  cancels_authorization: null,
  claim: '/approval',
  no_approval: '/approval',
  approval: '/approval',
  merchantHour: '/approval',
  perStaffDay: '/approval',
  perSale: '/approval',
  policy_error: '/approval',
};

/** A sentence of ours, filled with `values`; words that differ by language come in `names`. */
export function spoken(
  source: ExplanationEntry['source'],
  rule: string,
  text: ExplanationText,
  values: ErrorValues,
  names: Readonly<Record<string, Sentence>> = {},
): ExplanationEntry {
  const inLanguage = (locale: 'he' | 'en'): string => {
    const words = Object.fromEntries(Object.entries(names).map(([name, sentence]) => [name, sentence[locale]]));
    return fillIn(locale, EXPLANATION_TEXTS[text], { ...values, ...words });
  };
  const pointer = DECIDED[text];
  return { source, rule, ...(pointer !== null && { pointer }), he: inLanguage('he'), en: inLanguage('en'), values };
}

/** Forms of the placeholders that the texts of a policy may hold. */
const FORMS: Readonly<Record<string, string>> = { amount: 'money', cap: 'money', bps: 'share', date: 'day' };

/** A rule that costs money, in its own words; the amount is told even if those words forgot it. */
export const pricedRule = ({ id, text }: RuleInWords, pointer: string, values: ErrorValues): ExplanationEntry =>
  quotedRule({ id, text: { he: priced(text.he), en: priced(text.en) } }, pointer, values);
const priced = (text: string): string => (text.includes('{amount}') ? text : `${text}: {amount}`);

type RuleInWords = Readonly<{ id: string; text: Sentence }>;
/** A rule of the policy in its own words, and what of the quote it decided. */
export function quotedRule(rule: RuleInWords, pointer: string, values: ErrorValues): ExplanationEntry {
  const withForms = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => `{${name}:${FORMS[name] ?? ''}}`);
  const { he, en } = fillSentence({ he: withForms(rule.text.he), en: withForms(rule.text.en) }, values);
  return { source: 'policy', rule: rule.id, pointer, he, en, values };
}

/** The payout as the sum of its parts; parts of nothing are left out. */
export function arithmetic({ currency, payout, lines, shipping, goodwill, fee }: Quote): ExplanationEntry {
  const gross = lines.reduce((sum, line) => sum + line.gross, 0);
  const values = { lines: gross, shipping: shipping.gross, goodwill, fee, payout, currency };
  const parts = [
    { amount: gross, he: 'מוצרים ושירותים {lines:money}', en: 'items {lines:money}' },
    { amount: shipping.gross, he: 'משלוח {shipping:money}', en: 'shipping {shipping:money}' },
    { amount: goodwill, he: 'מחווה {goodwill:money}', en: 'goodwill {goodwill:money}' },
  ].filter(({ amount }) => amount > 0);
  const less = fee > 0 ? { he: ' פחות דמי ביטול {fee:money}', en: ' less a fee of {fee:money}' } : { he: '', en: '' };
  const sentence = {
    he: `${parts.map(({ he }) => he).join(' + ')}${less.he}: {payout:money}.`,
    en: capitalised(`${parts.map(({ en }) => en).join(' + ')}${less.en}: {payout:money}.`),
  };
  return { source: 'arithmetic', rule: 'payout', pointer: '/payout', ...fillSentence(sentence, values), values };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
