import type { Locale, MessageContent, MessageWords } from '@zikui/domain';
import Handlebars from 'handlebars';
import { inDirection } from './isolate';
import { LAYOUTS, PAGES } from './language';
import { EN_LAYOUT, EN_MESSAGES } from './texts/en.message-texts';
import { HE_LAYOUT, HE_MESSAGES } from './texts/he.message-texts';
import { FACTS, type FactName, type LayoutText, type MessageTexts } from './texts/message-text';
import { writingOf, type Place, type Writing } from './writing';

export type WrittenMessage = Readonly<{ subject: string; html: string; text: string }>;
type Fact = Readonly<{ label: string; value: string; note: string | null }>;
type Language = Readonly<{ layout: LayoutText; messages: MessageTexts; page: Readonly<Record<string, string>> }>;

const LANGUAGES: Readonly<Record<Locale, Language>> = {
  he: { layout: HE_LAYOUT, messages: HE_MESSAGES, page: PAGES.he },
  en: { layout: EN_LAYOUT, messages: EN_MESSAGES, page: PAGES.en },
};

type FactWriter = (content: MessageContent, writing: Writing, layout: LayoutText) => readonly Fact[];
const single =
  (
    name: Exclude<FactName, 'transfers'>,
    value: (content: MessageContent, writing: Writing) => string | null,
  ): FactWriter =>
  (content, writing, layout) => {
    const written = value(content, writing);
    return written === null ? [] : [{ label: layout.facts[name], value: written, note: null }];
  };
const FACT_WRITERS: Readonly<Record<FactName, FactWriter>> = {
  sale: single('sale', ({ saleRef }, { code }) => code(saleRef)),
  refund: single('refund', ({ refundRef }, { code }) => code(refundRef)),
  amount: single('amount', ({ payout }, { amount }) => amount(payout)),
  creditNote: single('creditNote', ({ creditNoteNumber: no }, { code }) => (no === null ? null : code(no))),
  counterNote: single('counterNote', ({ creditNoteNumber: no }, { code }) => (no === null ? null : code(no))),
  tracking: single('tracking', ({ trackingCode }, { code }) => (trackingCode === null ? null : code(trackingCode))),
  expires: single('expires', ({ creditExpiresOn: on }, { date }) => (on === null ? null : date(on))),
  pay: single('pay', ({ dueOn }, { date }) => (dueOn === null ? null : date(dueOn))),
  send: single('send', ({ dueOn }, { date }) => (dueOn === null ? null : date(dueOn))),
  transfers: ({ transfers }, writing, layout) =>
    transfers.map(({ label, amount, reference }) => ({
      label: writing.text(label),
      value: writing.amount(amount),
      note: reference === null ? null : writing.fill(layout.reference, { reference }),
    })),
};

/** A link is only ever followed to the web. */
const linkOf = (url: string | null, text: string) =>
  url !== null && /^https?:\/\/[^\s"'<>]+$/.test(url) ? { url, text } : null;

function write(content: MessageContent, place: Exclude<Place, 'subject'>, subject: string): string {
  const { layout, messages, page } = LANGUAGES[content.locale];
  const writing = writingOf(place, content.locale);
  // What the writing made is ready for its place; what it did not touch is escaped by the layout.
  const ready = (text: string) => (place === 'html' ? new Handlebars.SafeString(text) : text);
  const values = { ...content, hasReference: content.transfers.some(({ reference }) => reference !== null) };
  const fill = (sentence: string) => ready(writing.fill(sentence, values));
  const { heading, paragraphs } = messages[content.kind];
  const facts = FACTS[content.kind].flatMap((name) => FACT_WRITERS[name](content, writing, layout));
  return LAYOUTS[place]({
    ...page,
    subject,
    preview: heading,
    heading,
    test: content.test,
    testMark: layout.testMark,
    merchant: ready(writing.text(content.merchantName)),
    greeting: fill(layout.greeting),
    paragraphs: paragraphs
      .map((sentence) => writing.fill(sentence, content))
      .filter(Boolean)
      .map(ready),
    facts: facts.map((fact) => ({
      label: ready(fact.label),
      value: ready(fact.value),
      note: fact.note === null ? null : ready(fact.note),
    })),
    label: FACTS[content.kind].includes('tracking') ? linkOf(content.labelUrl, layout.labelLink) : null,
    portal: linkOf(content.portalUrl, layout.portalLink),
    footer: fill(layout.footer),
  });
}

/** One message in the customer's language: subject, HTML and text part say the same. Values never turn a sentence round. */
export function writeMessage(content: MessageContent): WrittenMessage {
  const { locale, kind } = content;
  const sentence = writingOf('subject', locale).fill(LANGUAGES[locale].messages[kind].subject, content);
  const subject = inDirection(content.test ? `[TEST] ${sentence}` : sentence, locale);
  const text = write(content, 'text', subject)
    .split('\n')
    .map((line) => inDirection(line, locale))
    .join('\n');
  return { subject, text, html: write(content, 'html', subject) };
}

/** What may be kept of a message that was written: whoever reads it later has no link of the customer. */
export function keptWords({ subject, text }: WrittenMessage, { locale, portalUrl }: MessageContent): MessageWords {
  if (portalUrl === null) return { subject, text };
  const mark = inDirection(LANGUAGES[locale].layout.linkNotKept, locale);
  return { subject, text: text.replaceAll(portalUrl, mark) };
}
