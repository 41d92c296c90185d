import { addDays, addMonths, type LocalDate } from '../calendar/local-date';
import { countedDaysFrom, REST_DAY_CALENDARS, rolledForward } from '../calendar/rest-days';
import { endOfDay, localDate } from '../calendar/zoned-time';
import { EU_LAW_PACK } from './eu.law-pack';
import { IL_LAW_PACK } from './il.law-pack';
import type { LawFacts, LawOutcome, LawPack, LawWindow, Length } from './law-pack';

/** Every pack there is. */
export const LAW_PACKS: readonly LawPack[] = [IL_LAW_PACK, EU_LAW_PACK];

/** The rules of a jurisdiction, or `undefined` where there are none: nothing is statutory there. */
export const lawPackOf = (jurisdiction: string): LawPack | undefined =>
  jurisdiction === 'IL' ? IL_LAW_PACK : jurisdiction.startsWith('EU-') ? EU_LAW_PACK : undefined;

/** The jurisdictions of sales for which a pack speaks. */
export const jurisdictionsOf = (pack: LawPack): readonly string[] =>
  REST_DAY_CALENDARS.filter((jurisdiction) => lawPackOf(jurisdiction) === pack);

/** The version that a refund records; `none` where no pack speaks. */
export const lawVersionOf = (jurisdiction: string): string => lawPackOf(jurisdiction)?.version ?? 'none';

/** What the law says of one line. Pure; a date on which nothing is known is read in the consumer's favour. */
export function lawOf(facts: LawFacts): LawOutcome {
  const pack = lawPackOf(facts.jurisdiction);
  if (pack === undefined) return NOTHING;
  const notice = dayOf(facts, facts.noticeAt);
  const end = endOfRight(pack, facts);
  const cancelBy = end.right === 'until' ? end.date : null;
  const inTime = end.right === 'open' || (cancelBy !== null && notice <= cancelBy);
  const waived = pack.waiverReasons.includes(facts.reason);
  return {
    right: end.right,
    cancelBy,
    cancelEndsAt: cancelBy === null ? null : endOfDay(cancelBy, facts.timeZone),
    inTime,
    payBy: inTime || waived ? payBy(pack, facts, notice, waived) : null,
    feeCap: inTime || waived ? (waived ? 0 : feeCap(pack, facts)) : null,
  };
}

const NOTHING: LawOutcome = {
  right: 'none',
  cancelBy: null,
  cancelEndsAt: null,
  inTime: false,
  payBy: null,
  feeCap: null,
};

type EndOfRight = Readonly<{ right: 'none' | 'open' } | { right: 'until'; date: LocalDate }>;

function endOfRight(pack: LawPack, facts: LawFacts): EndOfRight {
  if (pack.noRightKinds.includes(facts.kind)) return { right: 'none' };
  if (facts.category !== null && pack.noRightCategories.includes(facts.category)) return { right: 'none' };
  if (facts.channel === 'store') return endOfStoreRight(pack, facts);

  const start = clockStart(pack, facts);
  if (start === null) return { right: 'open' };
  const plainEnd = rolledForward(facts.jurisdiction, after(facts, start, windowLength(pack, facts)));
  const informedEnd = pack.uninformed === null ? plainEnd : uninformedEnd(pack, facts, plainEnd, pack.uninformed);
  const serviceEnd = lastDayBeforeService(pack, facts);
  return { right: 'until', date: serviceEnd !== null && serviceEnd < informedEnd ? serviceEnd : informedEnd };
}

/** Goods wait for the delivery of the last of them. Where the pack has no rule for the uninformed, information is awaited too. */
function clockStart(pack: LawPack, facts: LawFacts): LocalDate | null {
  const starts: (string | null)[] = [facts.placedAt];
  if (facts.kind === 'goods') starts.push(facts.deliveredAt);
  if (pack.uninformed === null) starts.push(facts.disclosedAt);
  const dates = starts.map((instant) => (instant === null ? null : dayOf(facts, instant)));
  return dates.reduce((latest, date) => (latest === null || date === null ? null : date > latest ? date : latest));
}

function windowLength(pack: LawPack, facts: LawFacts): Length {
  const conversed = facts.hadConversation || pack.conversationChannels.includes(facts.channel);
  return pack.protectedWindow !== null && facts.protectedGroup !== null && conversed
    ? pack.protectedWindow
    : pack.window;
}

/** Never informed: the whole extension. Informed after the clock began: the window from then, at most the extension. */
function uninformedEnd(pack: LawPack, facts: LawFacts, plainEnd: LocalDate, extension: Length): LocalDate {
  const extended = rolledForward(facts.jurisdiction, after(facts, plainEnd, extension));
  if (facts.disclosedAt === null) return extended;
  const informed = rolledForward(facts.jurisdiction, after(facts, dayOf(facts, facts.disclosedAt), pack.window));
  if (informed <= plainEnd) return plainEnd;
  return informed < extended ? informed : extended;
}

function endOfStoreRight(pack: LawPack, facts: LawFacts): EndOfRight {
  const { store } = pack;
  if (store === null || facts.currency !== store.currency || facts.price <= store.priceAbove) return { right: 'none' };
  const rule = store.windows.find(({ categories }) => facts.category !== null && categories.includes(facts.category));
  if (rule === undefined) return { right: 'none' };
  const start = startOf(rule.window, facts);
  if (start === null) return { right: 'open' };
  const end = after(facts, dayOf(facts, start), rule.window.length);
  return { right: 'until', date: rolledForward(facts.jurisdiction, end) };
}
const startOf = (window: LawWindow, facts: LawFacts): string | null =>
  window.from === 'sale' ? facts.placedAt : facts.deliveredAt;

function lastDayBeforeService(pack: LawPack, facts: LawFacts): LocalDate | null {
  if (pack.beforeService === null || facts.serviceAt === null) return null;
  const { countedDays, byCategory } = pack.beforeService;
  const days = byCategory[facts.category ?? ''] ?? countedDays;
  return countedDaysFrom(facts.jurisdiction, dayOf(facts, facts.serviceAt), -days);
}

function payBy(pack: LawPack, facts: LawFacts, notice: LocalDate, waived: boolean): LocalDate | null {
  const due = after(facts, notice, facts.channel === 'store' ? pack.storePayWithin : pack.payWithin);
  const holdsGoods = facts.kind === 'goods' && facts.deliveredAt !== null;
  if (!pack.payWaitsForGoods || waived || !holdsGoods || facts.merchantCollects) return due;
  const seen = [facts.proofOfSendingAt, facts.receivedBackAt].filter((instant) => instant !== null);
  if (seen.length === 0) return null;
  const first = seen.map((instant) => dayOf(facts, instant)).reduce((a, b) => (b < a ? b : a));
  return first > due ? first : due;
}

/**
 * The date by which the money is due once goods were sent back: the later of the notice's own and the proof of sending.
 * Null where the pack lets no money wait for goods, so that nothing changes.
 */
export function payByOnSending(
  jurisdiction: string,
  { noticeAt, sentAt, timeZone }: Readonly<{ noticeAt: string; sentAt: string; timeZone: string }>,
): LocalDate | null {
  const pack = lawPackOf(jurisdiction);
  if (pack === undefined || !pack.payWaitsForGoods) return null;
  const due = lengthAfter(jurisdiction, localDate(noticeAt, timeZone), pack.payWithin);
  const sent = localDate(sentAt, timeZone);
  return sent > due ? sent : due;
}

/** Counted once per sale: what earlier cancellations were charged is taken off. */
function feeCap(pack: LawPack, facts: LawFacts): number {
  const { fee } = pack;
  if (fee === null || facts.currency !== fee.currency || fee.freeChannels.includes(facts.channel)) return 0;
  const share = (BigInt(fee.bps) * (BigInt(facts.cancelledBefore) + BigInt(facts.cancelledNow))) / 10_000n;
  const perSale = share < BigInt(fee.max) ? Number(share) : fee.max;
  return Math.min(facts.cancelledNow, Math.max(0, perSale - facts.feesBefore));
}

const dayOf = (facts: LawFacts, instant: string): LocalDate => localDate(instant, facts.timeZone);

/** The start day is not counted, rest days are, unless the length counts only days that are none. */
const after = ({ jurisdiction }: LawFacts, date: LocalDate, length: Length): LocalDate =>
  lengthAfter(jurisdiction, date, length);

function lengthAfter(jurisdiction: string, date: LocalDate, length: Length): LocalDate {
  if ('days' in length) return addDays(date, length.days);
  if ('months' in length) return addMonths(date, length.months);
  return countedDaysFrom(jurisdiction, date, length.countedDays);
}
