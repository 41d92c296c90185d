import type { ErrorCode } from '../error/error-code';
import type { ErrorValues } from '../error/refund-error';
import type { CompiledPolicy } from '../policy/compiled-policy';
import { compiledPolicy } from '../policy/policy-cache';
import { conditionFacts } from '../policy/condition';
import { PolicyRun } from '../policy/evaluate-policy';
import { overlay, type Verdict } from '../law/overlay';
import { NO_FEE } from '../quote/fee';
import type { Quote, QuoteResult, QuoteSale } from '../quote/quote';
import { quoteBasis } from '../quote/quote-basis';
import { quoteRefund } from '../quote/quote-refund';
import { basisPoints } from '../quote/share';
import { decideEligibility } from './decide-eligibility';
import { groundsOf } from './decision-grounds';
import type { DecidedRefund, RefundDecision, RefundFacts } from './decided-refund';
import { explain, explainRefusal, type Told } from './explain-decision';
import { lawOfRefund } from './law-of-refund';
import { planApproval } from './plan-approval';
import { planFee } from './plan-fee';
import { moneyWaits, NO_RETURN, planReturn } from './plan-return';
import { policyFactsOf } from './policy-facts';
import { refuseByGateway } from './refuse-by-gateway';
import { requestedLines } from './requested-lines';

/**
 * Decides a request: arithmetic, then policy, then law, which can only better what the policy says. Pure: the same facts
 * give the same decision for ever, which is why a quote holds and why old refunds can be explained.
 * Throws only for a policy text that was never checked, and for sales whose dates or zone are none.
 */
export function decideRefund(facts: RefundFacts): RefundDecision {
  const policy = compiledPolicy(facts.policySource);
  const { sale, request } = facts;
  if (policy.currency !== sale.currency)
    return refusal('currency_mismatch', { currency: policy.currency, expected: sale.currency }, '');

  const beforeFee = quoteBeforeFee(facts);
  if (beforeFee.kind === 'refused') return refusal(beforeFee.code, beforeFee.values, beforeFee.pointer);
  const lines = requestedLines(sale, beforeFee.quote);
  const asIfAwaited = lawOfRefund(facts, lines, true);
  const policyFacts = policyFactsOf(facts, beforeFee.quote, lines, asIfAwaited);

  const run = new PolicyRun(conditionFacts(policyFacts));
  const eligibility = decideEligibility(run, policy, policyFacts, asIfAwaited);
  const goods = planReturn(run, policy, facts, lines);
  const law = lawOfRefund(facts, lines, moneyWaits(goods.plan));
  const fee = planFee(run, policy, facts, lines, law);
  const { verdict, overruled } = overlay(
    {
      allowed: eligibility.kind === 'by_policy' || eligibility.kind === 'undecided',
      fee: fee.policyFee,
      destinations: policy.destinations.allow,
      moneyOn: goods.plan.items.length > 0 ? goods.plan.moneyOn : null,
      creditMonths: policy.destinations.creditMonths,
    },
    { ...law, feeCap: fee.lawCap },
  );
  const quoted = quoteRefund(quoteSaleOf(facts), facts.taken, request, () => verdict.fee);
  if (quoted.kind === 'refused') return refusal(quoted.code, quoted.values, quoted.pointer);

  const approval = planApproval(run, policy, { facts, policyFacts, isClaim: eligibility.isClaim });
  const decided: DecidedRefund = {
    quote: quoted.quote,
    facts: policyFacts,
    statutory: law.statutory,
    deadlines: law.deadlines,
    lawVersion: law.version,
    approval: approval.plan,
    return: { ...goods.plan, moneyOn: verdict.moneyOn ?? goods.plan.moneyOn },
    storeCredit: request.destination === 'store_credit' ? creditOf(quoted.quote, policy, verdict) : null,
    grounds: groundsOf(facts, lines, law),
    explanation: [],
  };
  const told = { facts, decided, eligibility, law, overruled, goods, fee, approval, trace: run.trace };
  if (!verdict.allowed) return notEligible(told);
  if (!verdict.destinations.includes(request.destination))
    return refusal('destination_not_allowed', { destination: request.destination }, '/destination', run.trace);
  const otherDestinations = policy.destinations.allow.filter((one) => one !== 'original');
  const unable = refuseByGateway(sale, quoted.quote, { ...facts, otherDestinations });
  if (unable) return refusal(unable.code, unable.values, unable.pointer, run.trace);
  const basis = quoteBasis(quoteSaleOf(facts), facts.taken, quoted.quote, fee.basis);
  const tripped = approval.breached.flatMap(({ limit }) => (limit === 'perSale' ? [] : [limit]));
  return { kind: 'decided', decided: { ...decided, basis, explanation: explain(told) }, tripped, trace: run.trace };
}

/**
 * The amounts that the rules look at: before the fee, which is one of their answers, and whatever the payments can back,
 * which is asked last. A sum beyond counting is left to the real payments: they say how much there is.
 */
function quoteBeforeFee(facts: RefundFacts): QuoteResult {
  const sale = quoteSaleOf(facts);
  const quoted = quoteRefund(withBoundlessPayments(sale), facts.taken, facts.request, NO_FEE);
  const isUncountable = quoted.kind === 'refused' && quoted.code === 'over_refund';
  return isUncountable ? quoteRefund(sale, facts.taken, facts.request, NO_FEE) : quoted;
}

const quoteSaleOf = ({ sale, payments }: RefundFacts): QuoteSale => ({
  currency: sale.currency,
  lines: sale.lines,
  shipping: sale.shipping,
  payments,
});
const withBoundlessPayments = (sale: QuoteSale): QuoteSale => ({
  ...sale,
  payments: sale.payments.map(({ ref }) => ({ ref, captured: Number.MAX_SAFE_INTEGER, held: 0, disputed: 0 })),
});

/** The bonus is an entry of its own beside the payout. */
const creditOf = (
  quote: Quote,
  { destinations }: CompiledPolicy,
  { creditMonths }: Verdict,
): DecidedRefund['storeCredit'] => ({
  bonus: basisPoints(quote.payout, destinations.creditBonusBps),
  months: creditMonths,
});

type Refused = Extract<RefundDecision, { kind: 'refused' }>;
const refusal = (code: ErrorCode, values: ErrorValues, pointer: string, trace: Refused['trace'] = []): Refused => ({
  kind: 'refused',
  code,
  values,
  pointer,
  explanation: [],
  trace,
  decided: null,
});

/** Lines that have the legal right are named by those that have not: the others can be asked for alone. */
function notEligible(told: Told): Refused {
  const { decided, eligibility, law } = told;
  const explanation = explainRefusal(told);
  const { linesWithoutRight: without } = law;
  const lines = without.length > 0 && without.length < decided.quote.lines.length ? without.join(', ') : null;
  const { machines, rule } = decided.approval;
  return {
    ...refusal('not_eligible', { rule: eligibility.rule.id, lines }, '/lines', told.trace),
    explanation,
    decided: { ...decided, approval: { machines, rule, steps: [], silentUntil: null }, return: NO_RETURN, explanation },
  };
}
