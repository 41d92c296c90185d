import { addDays } from '../calendar/local-date';
import { endOfDay, localDate } from '../calendar/zoned-time';
import type { CompiledPolicy, ReturnRule } from '../policy/compiled-policy';
import type { PolicyRun } from '../policy/evaluate-policy';
import type { Reason } from '../quote/quote';
import type { DecidedRefund, RefundFacts } from './decided-refund';
import type { RequestedLine } from './requested-lines';

export type ReturnPlan = Readonly<{ plan: DecidedRefund['return']; rule: ReturnRule | null }>;

/** Nothing was received for which these reasons ask the money back, or nothing is given up by it. */
const NOTHING_COMES_BACK: readonly Reason[] = [
  'not_delivered',
  'duplicate_charge',
  'billing_error',
  'goodwill',
  'service_cancelled',
];
export const NO_RETURN: DecidedRefund['return'] = {
  mode: 'none',
  days: 0,
  moneyOn: 'delivered',
  dueAt: null,
  items: [],
};

/** Whether goods come back, which, until when, and what of it the money waits for. */
export function planReturn(
  run: PolicyRun,
  policy: CompiledPolicy,
  facts: RefundFacts,
  lines: readonly RequestedLine[],
): ReturnPlan {
  const { sale } = facts;
  const items = itemsToReturn(facts, lines);
  const rule = items.length > 0 ? returnRule(run, policy) : undefined;
  if (rule === undefined) return { plan: NO_RETURN, rule: null };
  if (rule.mode === 'none' || rule.mode === 'returnless') return { plan: { ...NO_RETURN, mode: rule.mode }, rule };

  const lastDay = addDays(localDate(facts.now, sale.timeZone), rule.days);
  return {
    plan: {
      mode: rule.mode,
      days: rule.days,
      moneyOn: rule.trigger,
      dueAt: endOfDay(lastDay, sale.timeZone),
      items,
    },
    rule,
  };
}

/** The units that could come back: none where nothing was received for which the money is asked. */
export function itemsToReturn(
  { request, requester }: Pick<RefundFacts, 'request' | 'requester'>,
  lines: readonly RequestedLine[],
): DecidedRefund['return']['items'] {
  const isWaived = request.returnMethod === 'none' && requester !== 'customer';
  if (isWaived || NOTHING_COMES_BACK.includes(request.reason)) return [];
  // Only whole units can be sent back; a part of a price is given for goods that stay.
  return lines
    .filter(({ sold, quoted }) => sold.kind === 'goods' && quoted.units > 0)
    .map(({ quoted: { ref, units } }) => ({ ref, units }));
}

/** The rule by which goods come back, if any does. As on the ladder: where one errs, the list's last one has the word. */
export function returnRule(run: PolicyRun, policy: CompiledPolicy): ReturnRule | undefined {
  const match = run.first('return', policy.return);
  return match.kind === 'matched' ? match.rule : match.kind === 'errored' ? policy.return.at(-1) : undefined;
}

/** Money waits for goods in this mode alone; an instant refund registers the return and pays at once. */
export const moneyWaits = (plan: DecidedRefund['return']): boolean => plan.mode === 'required';
