import { addDays } from '../calendar/local-date';
import { localDate } from '../calendar/zoned-time';
import type { RuleTrace } from '../policy/evaluate-policy';
import type { Sentence } from '../policy/policy';
import type { Overruling } from '../law/overlay';
import { LIMITS } from '../sending-hold/velocity-breaker';
import { REASON_NAMES } from '../text/display-names';
import { stepName } from '../text/step-name';
import type { Eligibility } from './decide-eligibility';
import type { DecidedRefund, ExplanationEntry, RefundFacts } from './decided-refund';
import { arithmetic, pricedRule, quotedRule, spoken } from './explanation-entry';
import type { RefundLaw } from './law-of-refund';
import type { ApprovalPlan, BreachedLimit } from './plan-approval';
import type { FeePlan } from './plan-fee';
import { moneyWaits, type ReturnPlan } from './plan-return';

export type Told = Readonly<{
  facts: RefundFacts;
  decided: DecidedRefund;
  eligibility: Eligibility;
  law: RefundLaw;
  /** Where the law overruled the policy. */ overruled: readonly Overruling[];
  goods: ReturnPlan;
  fee: FeePlan;
  approval: ApprovalPlan;
  trace: readonly RuleTrace[];
}>;

/** Why a refund is what it is: the amounts first, then every rule that spoke, in the order in which they decided. */
export const explain = (told: Told): readonly ExplanationEntry[] => [
  arithmetic(told.decided.quote),
  ...errors(told),
  ...eligibility(told),
  ...right(told),
  ...goodsBack(told),
  ...fee(told),
  ...onItsWay(told),
  ...destination(told),
  ...storeCredit(told),
  ...approval(told),
];

/** Why the policy refuses: its rule, with nothing that it would have paid. */
export const explainRefusal = ({ eligibility: { rule }, law }: Told): readonly ExplanationEntry[] => [
  quotedRule(rule, '', { date: law.deadlines.cancelBy }),
];

const errors = ({ trace }: Told): readonly ExplanationEntry[] =>
  trace
    .filter(({ outcome }) => outcome === 'policy_error')
    .map(({ list, rule, error }) =>
      spoken('policy', 'policy_error', 'policy_error', { list, failedRule: rule, error }),
    );

function eligibility({ eligibility: { kind, rule }, law, overruled }: Told): readonly ExplanationEntry[] {
  if (kind === 'by_policy') return [quotedRule(rule, '', { date: law.deadlines.cancelBy })];
  if (!overruled.includes('law_over_policy')) return [];
  return [spoken('law', 'law_over_policy', 'law_over_policy', { policyRule: rule.id })];
}

function right({ facts, law, decided, eligibility: { isClaim } }: Told): readonly ExplanationEntry[] {
  const { cancelBy, payBy } = law.deadlines;
  const entries: ExplanationEntry[] = [];
  if (law.inTime)
    entries.push(
      cancelBy === null
        ? spoken('law', 'right_open', 'right_open', {})
        : spoken('law', 'right_until', 'right_until', { cancelBy }),
    );
  if (law.waived) {
    const { reason } = facts.request;
    entries.push(spoken('law', 'waiver', 'waiver', { reason }, { reasonName: REASON_NAMES[reason] }));
  }
  if (isClaim) entries.push(spoken('law', 'claim', 'claim', {}));
  if (decided.statutory && payBy !== null) entries.push(spoken('law', 'pay_by', 'pay_by', { payBy }));
  return entries;
}

function goodsBack({ facts, goods: { plan, rule }, overruled }: Told): readonly ExplanationEntry[] {
  if (rule === null) return [];
  const today = localDate(facts.now, facts.sale.timeZone);
  const date = plan.days > 0 ? addDays(today, plan.days) : null;
  const entry = quotedRule(rule, '/return', { days: plan.days, date });
  const bySending = moneyWaits(plan) && overruled.includes('proof_of_sending');
  return bySending ? [entry, spoken('law', 'proof_of_sending', 'proof_of_sending', {})] : [entry];
}

function fee({ decided: { quote }, fee: { rule, lawCap }, overruled }: Told): readonly ExplanationEntry[] {
  if (rule === null) return [];
  const { currency } = quote;
  const entries: ExplanationEntry[] = [];
  if (quote.fee > 0)
    entries.push(pricedRule(rule, '/fee', { amount: quote.fee, bps: rule.bps, cap: lawCap ?? rule.max, currency }));
  if (overruled.includes('fee_cap')) entries.push(spoken('law', 'fee_cap', 'fee_cap', { cap: lawCap, currency }));
  return entries;
}

/** How each payment will show the money, where that is not simply one credit. */
function onItsWay({ facts, decided: { quote } }: Told): readonly ExplanationEntry[] {
  const { currency } = quote;
  return quote.transfers.flatMap(({ paymentRef, amount }) => {
    const sold = facts.sale.payments.find(({ ref }) => ref === paymentRef);
    if (sold === undefined) return [];
    const values = { payment: sold.ref, amount, currency };
    if (sold.onlyAuthorized === true)
      return [spoken('policy', 'cancels_authorization', 'cancels_authorization', values)];
    const mode = facts.gateways[sold.gateway]?.instalments ?? null;
    const instalments = sold.instalments ?? 1;
    if (mode === null || instalments <= 1) return [];
    return [spoken('policy', `instalments.${mode}`, `instalments_${mode}`, { ...values, instalments })];
  });
}

/** Told where the customer's choice is what the policy would not have. */
const destination = ({ facts, overruled }: Told): readonly ExplanationEntry[] =>
  facts.request.destination === 'original' && overruled.includes('destination_over_policy')
    ? [spoken('law', 'destination_over_policy', 'destination_over_policy', {})]
    : [];

function storeCredit({ decided, overruled }: Told): readonly ExplanationEntry[] {
  const { storeCredit: credit, statutory, quote } = decided;
  if (credit === null) return [];
  const bonus = spoken('policy', 'credit_bonus', 'credit_bonus', { amount: credit.bonus, currency: quote.currency });
  const choice = spoken('law', 'credit_choice', 'credit_choice', {});
  const longer = spoken('law', 'credit_months', 'credit_months', { months: credit.months });
  return [
    ...(credit.bonus > 0 ? [bonus] : []),
    ...(overruled.includes('credit_months') ? [longer] : []),
    ...(statutory ? [choice] : []),
  ];
}

function approval({ facts, decided, approval: { plan, breached } }: Told): readonly ExplanationEntry[] {
  const limits = breached.map((breach) => passed(breach, facts.request, decided.quote.currency));
  if (plan.steps.length === 0) return [...limits, spoken('policy', plan.rule, 'no_approval', { steps: 0 })];
  const roles: Sentence = {
    he: plan.steps.map((one) => stepName(one).he).join(', '),
    en: plan.steps.map((one) => stepName(one).en).join(', '),
  };
  return [...limits, spoken('policy', plan.rule, 'approval', { steps: plan.steps.length }, { roles })];
}

/** A limit that was passed: which, its value, how much of it is used with this refund, and in which window. */
function passed(
  { limit, max, used }: BreachedLimit,
  { reason }: RefundFacts['request'],
  currency: string,
): ExplanationEntry {
  const rule = `limits.${limit}`;
  if (limit === 'perSale') return spoken('policy', rule, limit, { max, used });
  const { of, window } = LIMITS[limit];
  const values = { max, used, currency, window, ...(of === 'reason' && { reason }) };
  return spoken('policy', rule, limit, values, of === 'reason' ? { reasonName: REASON_NAMES[reason] } : {});
}
