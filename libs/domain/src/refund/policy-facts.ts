import { daysBetween } from '../calendar/local-date';
import { localDate } from '../calendar/zoned-time';
import type { PolicyFacts } from '../policy/policy';
import type { Quote } from '../quote/quote';
import type { SaleLine } from '../sale/sale';
import type { RefundFacts } from './decided-refund';
import type { RefundLaw } from './law-of-refund';
import type { RequestedLine } from './requested-lines';

/** What a date fact says when there is no such date. */
const NO_DATE = -1;

/** What the rules are asked about. `quote` is the one before the fee: a rule about the fee cannot depend on it. */
export function policyFactsOf(
  facts: RefundFacts,
  quote: Quote,
  lines: readonly RequestedLine[],
  law: RefundLaw,
): PolicyFacts {
  const { sale, request, history } = facts;
  const today = localDate(facts.now, sale.timeZone);
  const daysSince = (instant: string | null | undefined): number => {
    const days = instant ? daysBetween(localDate(instant, sale.timeZone), today) : NO_DATE;
    return Math.max(NO_DATE, days);
  };
  const { payBy } = law.deadlines;
  return {
    payout: quote.payout,
    goodsGross: lines.filter(({ sold }) => sold.kind === 'goods').reduce((sum, { quoted }) => sum + quoted.gross, 0),
    shippingGross: quote.shipping.gross,
    goodwill: quote.goodwill,
    saleTotal:
      sale.lines.reduce((sum, { total }) => sum + total, 0) + sale.shipping.total + (sale.otherCharges?.total ?? 0),
    currency: sale.currency,
    reason: request.reason,
    channel: sale.channel,
    jurisdiction: sale.jurisdiction,
    destination: request.destination,
    requester: facts.requester,
    lineKinds: distinct(lines.map(({ sold }) => sold.kind)),
    categories: distinct(lines.map(({ sold }) => sold.category)),
    skus: distinct(lines.map(({ sold }) => sold.sku)),
    daysSinceDelivery: daysSinceDelivery(
      lines.map(({ sold }) => sold),
      daysSince,
    ),
    daysSincePlaced: daysSince(sale.placedAt),
    daysToPayBy: payBy === null ? NO_DATE : Math.max(NO_DATE, daysBetween(today, payBy)),
    statutory: law.statutory,
    hasOpenDispute: facts.payments.some((payment) => payment.hasOpenDispute),
    firstOrder: history.firstOrder,
    customer: history.customer,
    customerRefunds: history.customerRefunds,
    staffRefunds: history.staffRefunds,
    sums: history.sums,
    gateway: {
      methods: distinct(sale.payments.map(({ gateway }) => gateway)),
      daysSinceCapture: Math.max(...sale.payments.map(({ capturedAt }) => daysSince(capturedAt)), NO_DATE),
    },
  };
}

/** Since the last delivery among what is asked for; while any of it is still to be delivered there is none. */
function daysSinceDelivery(lines: readonly SaleLine[], daysSince: (at: string | null | undefined) => number): number {
  const days = lines
    .filter(({ kind, deliveredAt }) => kind === 'goods' || deliveredAt)
    .map(({ deliveredAt }) => daysSince(deliveredAt));
  return days.includes(NO_DATE) || days.length === 0 ? NO_DATE : Math.min(...days);
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];
