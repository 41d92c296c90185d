import {
  addDays,
  ANSWER_FAULTS,
  customerStatus,
  EVIDENCE_TYPES,
  GIVEN_BACK_STATUSES,
  isClosed,
  localDate,
  MOST_ANSWER_LETTERS,
  MOST_EVIDENCE_BYTES,
  MOST_PHOTOS_AT_ONCE,
  PAY_METHODS,
  PORTAL_TEXTS,
  type AnswerFault,
  type Locale,
  type PortalText,
} from '@zikui/domain';
import type { AskedQuestion, PortalPage, RefundView } from '@zikui/persistence';
import { dateLines, paidAmount, paymentLines, payWayOf, stepLines, sumLines } from './portal-money';
import { amount, code, day, isolated, sentence, wordsIsolated, type Html } from './portal-sentence';

/** What a visitor tried to send and what was wrong with it; what he wrote stays in the form. */
export type RefusedAnswer = Readonly<{ text: string; fault: AnswerFault }>;
export type Shown = Readonly<{
  locale: Locale;
  /** Repeated by the form. */ formToken: string;
  version: string;
  /** When the visitor's link is over. */ expiresAt: string;
  refused?: RefusedAnswer | undefined;
}>;
/** Values of the page's template: texts are escaped there, `Html` is not. */
export type PortalModel = Readonly<Record<string, unknown>>;

const LIMITS = {
  letters: MOST_ANSWER_LETTERS,
  count: MOST_PHOTOS_AT_ONCE,
  megabytes: MOST_EVIDENCE_BYTES / 1024 / 1024,
};

/** All plain words of the page in one language. */
export const wordsOf = (locale: Locale): Readonly<Record<PortalText, string>> =>
  Object.fromEntries(Object.entries(PORTAL_TEXTS).map(([name, text]) => [name, text[locale]])) as Record<
    PortalText,
    string
  >;

/** What the page of a refund shows. Amounts, states and permissions come from the refund as it is stored; nothing is reckoned here but sums of its parts. */
export function portalModel(page: PortalPage, { locale, formToken, version, expiresAt, refused }: Shown): PortalModel {
  const { refund, shop, timeZone } = page;
  const way = payWayOf(page);
  const isUnpaid = GIVEN_BACK_STATUSES.includes(refund.status);
  const documents = documentsOf(refund, timeZone, locale);
  const payments = paymentLines(page, locale);
  const { headline, meaning } = customerStatus(refund.status, way, !page.isErased);
  const paid = amount(paidAmount(refund), locale);
  return {
    ...headOf(page, locale),
    text: wordsOf(locale),
    version,
    headline: headline[locale],
    meaning: sentence(meaning, locale, { amount: paid, method: isolated(PAY_METHODS[way][locale]) }),
    hasAmount: !isUnpaid,
    sumTitle: PORTAL_TEXTS[isUnpaid ? 'askedFor' : 'arithmetic'][locale],
    amount: paid,
    order: code(refund.saleRef),
    refund: code(refund.id),
    steps: stepLines(page, locale),
    dates: dateLines(page, locale),
    ...neededOf(page, locale),
    erased: page.isErased ? erasedLines(expiresAt, timeZone, locale) : null,
    question: questionOf(page, formToken, refused, locale),
    answered: answeredOf(page, locale),
    sum: sumLines(page, locale),
    why: refund.explanation.filter(isForCustomer).map((entry) => wordsIsolated(entry[locale])),
    payments,
    awaitsReference:
      refund.status === 'awaiting_gateway' &&
      way === 'original' &&
      payments.every(({ reference }) => reference === null),
    documents,
    awaitsDocuments: documents.length === 0 && !isUnpaid,
    story: page.story.map(({ at, text }) => ({
      at: day(localDate(at, timeZone), locale),
      text: wordsIsolated(text[locale]),
    })),
    helpText: sentence(PORTAL_TEXTS.helpText, locale, { refund: code(refund.id) }),
    contact: contactOf(shop, locale),
  };
}

/** What stands above and below every page of a shop. */
function headOf({ refund, shop }: PortalPage, locale: Locale): PortalModel {
  const { logo } = shop.contact;
  return {
    lang: locale,
    dir: locale === 'he' ? 'rtl' : 'ltr',
    other: locale === 'he' ? 'en' : 'he',
    path: `/portal/refunds/${refund.id}`,
    shop: shop.name,
    logo: logo !== undefined && /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/.test(logo) ? logo : null,
    isTest: shop.mode === 'test',
  };
}

/** Of the rules that spoke, those that changed the amount; who had to approve is the shop's business. */
const isForCustomer = ({ source, pointer }: RefundView['explanation'][number]): boolean =>
  source !== 'arithmetic' && (pointer === '/fee' || pointer === '/goodwill');

/** What the customer can do now, besides answering: one thing. */
function neededOf({ refund, timeZone }: PortalPage, locale: Locale): PortalModel {
  const nothing = { needed: null, labelUrl: null, tracking: null };
  if (refund.status === 'needs_review' && refund.reviewReason === 'transfer_reversed')
    return { ...nothing, needed: sentence(PORTAL_TEXTS.otherWay, locale) };
  const goods = refund.status === 'awaiting_return' ? refund.return : null;
  if (!goods) return nothing;
  const parcel = goods.parcels.findLast(({ status }) => status !== 'cancelled');
  const tracking = parcel ? code(parcel.trackingCode) : null;
  if (goods.status !== 'expected')
    return { ...nothing, needed: sentence(PORTAL_TEXTS.goodsOnTheirWay, locale), tracking };
  const lastDay =
    goods.dueAt === null ? null : localDate(new Date(Date.parse(goods.dueAt) - 1).toISOString(), timeZone);
  const needed =
    lastDay === null
      ? sentence(PORTAL_TEXTS.sendGoodsAtAll, locale)
      : sentence(PORTAL_TEXTS.sendGoods, locale, { date: day(lastDay, locale) });
  const labelUrl = parcel && /^https?:\/\/[^\s"'<>]+$/.test(parcel.labelUrl) ? parcel.labelUrl : null;
  return { needed, labelUrl, tracking };
}

/** That nothing personal is left, and how long the page still opens. */
function erasedLines(expiresAt: string, timeZone: string, locale: Locale): readonly Html[] {
  // It ends within that day: the last whole one is the day before.
  const last = addDays(localDate(expiresAt, timeZone), -1);
  return [
    sentence(PORTAL_TEXTS.erasedText, locale),
    sentence(PORTAL_TEXTS.erasedUntil, locale, { date: day(last, locale) }),
  ];
}

/** What was asked and answered; what can no longer be read reads "erased". */
function answeredOf({ questions }: PortalPage, locale: Locale): readonly PortalModel[] {
  const erased = PORTAL_TEXTS.erased[locale];
  return questions
    .filter(({ isAnswered }) => isAnswered)
    .map(({ text, answer }) => ({ text: text ?? erased, answer: answer ?? erased }));
}

/** The oldest question that nobody answered, while an answer still helps and can be kept. */
const openQuestion = ({ refund, questions, isErased }: PortalPage): AskedQuestion | undefined =>
  isErased || isClosed(refund.status) ? undefined : questions.find(({ isAnswered }) => !isAnswered);

function questionOf(
  page: PortalPage,
  formToken: string,
  refused: RefusedAnswer | undefined,
  locale: Locale,
): PortalModel | null {
  const question = openQuestion(page);
  if (!question) return null;
  return {
    id: question.id,
    text: question.text,
    formToken,
    written: refused?.text ?? '',
    fault: refused ? sentence(ANSWER_FAULTS[refused.fault], locale, LIMITS) : null,
    letters: MOST_ANSWER_LETTERS,
    answerHint: sentence(PORTAL_TEXTS.answerHint, locale, LIMITS),
    photosHint: sentence(PORTAL_TEXTS.photosHint, locale, LIMITS),
    accept: EVIDENCE_TYPES.join(),
  };
}

function documentsOf({ creditNotes }: RefundView, timeZone: string, locale: Locale): readonly PortalModel[] {
  return creditNotes
    .filter(({ number, issuedAt }) => number !== null && issuedAt !== null)
    .map(({ number, documentType, total, issuedAt }) => ({
      name: PORTAL_TEXTS[documentType === 'counter_note' ? 'counterNote' : 'creditNote'][locale],
      number: code(number ?? ''),
      date: day(localDate(issuedAt ?? '', timeZone), locale),
      total: amount(total, locale),
    }));
}

function contactOf(
  { contact, legalName, registrationNumber, address }: PortalPage['shop'],
  locale: Locale,
): PortalModel {
  const { email, phone, hours, accessibility } = contact;
  return {
    legalName: isolated(legalName),
    registration: sentence(PORTAL_TEXTS.registration, locale, { number: code(registrationNumber) }),
    address: isolated(address),
    mail: email === undefined ? null : { href: `mailto:${email}`, shown: code(email) },
    phone: phone === undefined ? null : { href: `tel:${phone.replace(/[^+\d]/g, '')}`, shown: code(phone) },
    hours: hours === undefined ? null : isolated(hours),
    accessibility: accessibility === undefined ? null : isolated(accessibility),
  };
}
