import { lawOf, lawPackOf, lawVersionOf } from '../law/law-of';
import type { LawFacts, LawOutcome } from '../law/law-pack';
import { isFeeable } from '../quote/fee';
import { basisPoints } from '../quote/share';
import type { RefundDeadlines, RefundFacts } from './decided-refund';
import { lastDelivery, type RequestedLine } from './requested-lines';

/** What the law says of a whole request: the worst of its lines where a right is concerned, the earliest where a date is. */
export type RefundLaw = Readonly<{
  version: string;
  /** The customer has a legal right to this refund: every line in time, or a reason for which the merchant answers. */
  statutory: boolean;
  /** Every line that costs money has the right, and the notice came in time. */ inTime: boolean;
  /** The reason is one for which the merchant answers. It is a claim until somebody looked at it. */ waived: boolean;
  linesWithoutRight: readonly string[];
  deadlines: RefundDeadlines;
  /** The most that a fee of `bps` may take under the law; null = the law sets no limit. */ feeCap(
    bps: number,
  ): number | null;
  /** Proof of sending lets the money go. */ paysOnSending: boolean;
  /** Least validity of store credit. */ creditMonths: number;
}>;

/** Reads the law for the requested lines. `goodsAwaited`: money is to wait until goods come back. */
export function lawOfRefund(facts: RefundFacts, lines: readonly RequestedLine[], goodsAwaited: boolean): RefundLaw {
  const { sale, request } = facts;
  const pack = lawPackOf(sale.jurisdiction);
  const counted = lines.filter(({ quoted }) => quoted.gross > 0);
  const cancelledNow = counted.reduce((sum, { quoted }) => sum + quoted.gross, 0);
  const base = { ...saleFacts(facts, goodsAwaited), cancelledNow };
  const ask = askOnce((line) => ({ ...base, ...lineFacts(line, sale.channel) }));
  const outcomes = counted.map((line) => ({ line, law: ask(line) }));

  const waived = pack?.waiverReasons.includes(request.reason) ?? false;
  const inTime = outcomes.length > 0 && outcomes.every(({ law }) => law.inTime);
  const payDates = outcomes.map(({ law }) => law.payBy);
  if (waived && outcomes.length === 0) payDates.push(lawOf(base).payBy);
  return {
    version: lawVersionOf(sale.jurisdiction),
    statutory: inTime || waived,
    inTime,
    waived,
    linesWithoutRight: outcomes.filter(({ law }) => !law.inTime).map(({ line }) => line.sold.ref),
    deadlines: { ...rightOf(outcomes.map(({ law }) => law)), payBy: earliest(payDates), inTime },
    feeCap: (bps) => feeCapOf(base, outcomes, bps),
    paysOnSending: (pack?.payWaitsForGoods ?? false) && (inTime || waived),
    creditMonths: pack?.creditMonths ?? 0,
  };
}

/** What is the same for all lines; a line of no goods stands for what is not a line: shipping, goodwill. */
function saleFacts(facts: RefundFacts, goodsAwaited: boolean): LawFacts {
  const { sale, request } = facts;
  return {
    jurisdiction: sale.jurisdiction,
    timeZone: sale.timeZone,
    currency: sale.currency,
    channel: sale.channel,
    kind: 'service',
    category: null,
    hadConversation: sale.hadConversation,
    protectedGroup: sale.customer.protectedGroup,
    placedAt: sale.placedAt,
    deliveredAt: lastDelivery(sale.lines),
    disclosedAt: sale.disclosedAt === undefined ? sale.placedAt : sale.disclosedAt,
    serviceAt: null,
    price: 0,
    reason: request.reason,
    noticeAt: facts.now,
    cancelledNow: 0,
    cancelledBefore: facts.cancelledBefore,
    feesBefore: facts.feesBefore,
    proofOfSendingAt: null,
    receivedBackAt: null,
    merchantCollects: !goodsAwaited,
  };
}

const lineFacts = (
  { sold }: RequestedLine,
  channel: string,
): Pick<LawFacts, 'kind' | 'category' | 'serviceAt' | 'price'> => ({
  kind: sold.kind,
  category: sold.category,
  serviceAt: sold.kind === 'goods' ? null : (sold.serviceAt ?? null),
  // Only the law of shops asks for the price; elsewhere lines of one kind share one answer.
  price: channel === 'store' ? Number((BigInt(sold.total) + BigInt(sold.quantity) - 1n) / BigInt(sold.quantity)) : 0,
});

/** Lines of which the law would be asked the same question get one answer: a sale may have hundreds of them. */
function askOnce(factsOf: (line: RequestedLine) => LawFacts): (line: RequestedLine) => LawOutcome {
  const answers = new Map<string, LawOutcome>();
  return (line) => {
    const facts = factsOf(line);
    const question = JSON.stringify([facts.kind, facts.category, facts.serviceAt, facts.price]);
    const answer = answers.get(question) ?? lawOf(facts);
    answers.set(question, answer);
    return answer;
  };
}

function rightOf(laws: readonly LawOutcome[]): Omit<RefundDeadlines, 'payBy' | 'inTime'> {
  const none = { right: 'none', cancelBy: null, cancelEndsAt: null } as const;
  if (laws.length === 0 || laws.some(({ right }) => right === 'none')) return none;
  const [first] = laws
    .filter(({ right }) => right === 'until')
    .toSorted((a, b) => ((a.cancelBy ?? '') < (b.cancelBy ?? '') ? -1 : 1));
  return first === undefined
    ? { ...none, right: 'open' }
    : { right: 'until', cancelBy: first.cancelBy, cancelEndsAt: first.cancelEndsAt };
}

/** The law's cap covers what is cancelled by right; the rest of a mixed request bears the policy's own fee. */
function feeCapOf(
  base: LawFacts,
  outcomes: readonly Readonly<{ line: RequestedLine; law: LawOutcome }>[],
  bps: number,
): number | null {
  const feeable = outcomes.filter(({ line }) => isFeeable(line.sold.kind));
  const capped = feeable.filter(({ law }) => law.feeCap !== null);
  const [first] = capped;
  if (first === undefined) return null;
  const grossOf = (some: typeof feeable): number => some.reduce((sum, { line }) => sum + line.quoted.gross, 0);
  const cancelledNow = grossOf(capped);
  const cap = lawOf({ ...base, ...lineFacts(first.line, base.channel), cancelledNow }).feeCap ?? 0;
  return cap + basisPoints(grossOf(feeable) - cancelledNow, bps);
}

const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((first, date) => (date !== null && (first === null || date < first) ? date : first), null);
