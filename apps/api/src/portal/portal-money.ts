import {
  CREDIT_STATES,
  CREDIT_STEP_NAME,
  customerSteps,
  expectedArrival,
  isClosed,
  localDate,
  OPEN_STEP_NAMES,
  PAY_METHODS,
  PORTAL_TEXTS,
  STEP_NAMES,
  STEP_STATES,
  subtract,
  sum,
  TRANSFER_STATES,
  type CustomerStep,
  type Locale,
  type Money,
  type PayWay,
  type Sentence,
  type StepState,
  UNISSUED_CREDIT_STEP_NAME,
  UNPAID_STEP_NAME,
} from '@zikui/domain';
import type { PortalPage, RefundView, TransferView } from '@zikui/persistence';
import { amount, code, day, isolated, sentence, type Html } from './portal-sentence';

/** Transfers that still say something: not those that were made anew or given up. */
const liveTransfers = ({ refund, replaced }: PortalPage): readonly TransferView[] =>
  refund.transfers.filter(({ id, status }) => status !== 'released' && !replaced.includes(id));

const wayOf = ({ gateway }: TransferView): PayWay =>
  gateway === 'store_credit' || gateway === 'manual' ? gateway : 'original';

/** How the customer is paid; as asked for, before anything was planned. Parts of which some have settled are told apart, too. */
export function payWayOf(page: PortalPage): PayWay {
  const live = liveTransfers(page);
  const ways = [...new Set(live.map(wayOf))];
  const settled = live.filter(({ status }) => status === 'settled').length;
  if (settled > 0 && settled < live.length) return 'mixed';
  const [only] = ways;
  if (ways.length > 1) return 'mixed';
  return only ?? page.refund.destination;
}

/** What the customer is paid in all. */
export const paidAmount = ({ payout, short }: RefundView): Money => subtract(payout, short);

const TOLD: Readonly<Record<TransferView['status'], keyof typeof TRANSFER_STATES>> = {
  planned: 'waiting',
  sending: 'waiting',
  released: 'waiting',
  pending: 'pending',
  in_doubt: 'in_doubt',
  declined: 'declined',
  settled: 'settled',
  reversed: 'reversed',
};

type PaymentLine = Readonly<{
  way: string;
  amount: Html;
  state: string;
  reference: Html | null;
  /** Whom to ask by it. */ referenceFor: string;
}>;

/** Each part of the money: how much, where it stands, and the number by which a bank finds it. */
export function paymentLines(page: PortalPage, locale: Locale): readonly PaymentLine[] {
  return liveTransfers(page).map((transfer) => {
    const way = wayOf(transfer);
    const isCredit = way === 'store_credit';
    const state = (isCredit ? CREDIT_STATES : TRANSFER_STATES)[TOLD[transfer.status]];
    return {
      way: PAY_METHODS[way][locale],
      amount: amount(transfer.amount, locale),
      state: state[locale],
      reference: isCredit || transfer.gatewayRefundId === null ? null : code(transfer.gatewayRefundId),
      referenceFor: PORTAL_TEXTS[way === 'manual' ? 'referenceAtBank' : 'reference'][locale],
    };
  });
}

const HERE = ['partially_received', 'received', 'inspected', 'waived'];
const UNSENT = ['planned', 'released'];
type StepLine = Readonly<{ name: string; state: string; said: string; date: Html | null; isNow: boolean }>;

/** The four steps, each with its day once it is done. */
export function stepLines(page: PortalPage, locale: Locale): readonly StepLine[] {
  const { refund, timeZone, story } = page;
  const steps = customerSteps({
    status: refund.status,
    awaitsGoods: refund.return !== null && refund.return.status !== 'waived',
    isApproved: refund.approval.steps.every(({ status }) => status === 'approved'),
    haveGoodsCome: refund.return === null || HERE.includes(refund.return.status),
    isPaymentBegun: refund.transfers.some(({ status }) => !UNSENT.includes(status)),
  });
  const told = (kind: string): string | null => story.findLast((entry) => entry.kind === kind)?.at ?? null;
  const decidedAt = refund.approval.steps.at(-1)?.decision?.at ?? refund.createdAt;
  const at: Readonly<Record<CustomerStep, string | null>> = {
    asked: refund.createdAt,
    checked: decidedAt,
    goods: told('goods_arrived'),
    handed_over: told('payment_started'),
    paid: refund.completedAt,
  };
  const way = payWayOf(page);
  return steps.map(({ step, state }) => ({
    name: nameOf(step, state, way)[locale],
    state,
    said: STEP_STATES[state][locale],
    date: state === 'done' && at[step] !== null ? day(localDate(at[step], timeZone), locale) : null,
    isNow: state === 'now',
  }));
}

function nameOf(step: CustomerStep, state: StepState, way: PayWay): Sentence {
  if (step !== 'paid') return (state === 'done' ? STEP_NAMES : OPEN_STEP_NAMES)[step];
  if (way === 'store_credit') return state === 'done' ? CREDIT_STEP_NAME : UNISSUED_CREDIT_STEP_NAME;
  return state === 'done' ? STEP_NAMES.paid : UNPAID_STEP_NAME;
}

/** When: what is known of it, as sentences. Never a bank's day as certain. */
export function dateLines(page: PortalPage, locale: Locale): readonly Html[] {
  const { refund, timeZone } = page;
  const until = creditLines(page, locale);
  const settled = liveTransfers(page).filter((one) => one.status === 'settled' && wayOf(one) !== 'store_credit');
  const lastAt = settled.map(({ settledAt }) => settledAt).reduce(later, null);
  if (lastAt !== null && refund.status === 'completed') {
    const { from, to } = expectedArrival(localDate(lastAt, timeZone));
    const text = settled.every((one) => wayOf(one) === 'manual') ? PORTAL_TEXTS.expectedAtBank : PORTAL_TEXTS.expected;
    return [sentence(text, locale, { from: day(from, locale), to: day(to, locale) }), ...until];
  }
  if (until.length > 0 || isClosed(refund.status)) return until;
  return [...delayLines(page, locale), ...legalLines(page, locale)];
}

/** Where the money waits for money: the message of the delay says the same. */
const delayLines = (page: PortalPage, locale: Locale): readonly Html[] =>
  liveTransfers(page).some(
    ({ status, pendingReason }) => status === 'pending' && pendingReason === 'insufficient_funds',
  )
    ? [sentence(PORTAL_TEXTS.delayed, locale)]
    : [];

function legalLines(page: PortalPage, locale: Locale): readonly Html[] {
  const { payBy, payMissed } = page.refund.deadlines;
  if (payBy === null || payWayOf(page) === 'store_credit')
    return [sentence(page.isErased ? PORTAL_TEXTS.noDateUnwritten : PORTAL_TEXTS.noDate, locale)];
  return [sentence(payMissed ? PORTAL_TEXTS.payByMissed : PORTAL_TEXTS.payBy, locale, { date: day(payBy, locale) })];
}

/** What store credit is worth, how long, and by what the shop finds it; never a day of a bank. */
function creditLines({ refund, creditExpiresOn, creditBalance }: PortalPage, locale: Locale): readonly Html[] {
  const until = creditExpiresOn === null ? null : { date: day(creditExpiresOn, locale) };
  if (creditBalance === null) return until ? [sentence(PORTAL_TEXTS.creditUntil, locale, until)] : [];
  return [
    sentence(PORTAL_TEXTS.creditBalance, locale, { amount: amount(creditBalance, locale) }),
    ...(until ? [sentence(PORTAL_TEXTS.creditUntil, locale, until)] : []),
    sentence(PORTAL_TEXTS.creditCode, locale, { code: code(refund.customerRef) }),
  ];
}

const later = (last: string | null, one: string | null): string | null =>
  one !== null && (last === null || Date.parse(one) > Date.parse(last)) ? one : last;

type SumLine = Readonly<{ name: Html; amount: Html }>;

/** How the amount came about: every part that has one, and the total. */
export function sumLines(
  { refund, lineNames }: PortalPage,
  locale: Locale,
): Readonly<{ parts: readonly SumLine[]; total: Html }> {
  const { payout, shipping, goodwill, fee, short } = refund;
  const part = (name: Sentence, money: Money): readonly SumLine[] =>
    money.amount === 0 ? [] : [{ name: isolated(name[locale]), amount: amount(money, locale) }];
  const less = (money: Money): Money => subtract(sum([], money.currency), money);
  const lines = refund.lines.map(({ ref, units, gross }) => {
    const name = isolated(lineNames[ref] ?? ref);
    return {
      name: units > 1 ? sentence(PORTAL_TEXTS.units, locale, { name, units }) : name,
      amount: amount(gross, locale),
    };
  });
  return {
    parts: [
      ...lines,
      ...part(PORTAL_TEXTS.shipping, shipping.gross),
      ...part(PORTAL_TEXTS.goodwill, goodwill),
      ...part(PORTAL_TEXTS.fee, less(fee)),
      ...part(PORTAL_TEXTS.short, less(short)),
    ],
    total: amount(subtract(payout, short), locale),
  };
}
