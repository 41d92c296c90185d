import type { EndpointNotice } from '@zikui/domain';
import Handlebars from 'handlebars';
import { inDirection } from './isolate';
import { LAYOUTS, PAGES, TEST_MARKS } from './language';
import { ENDPOINT_GONE } from './texts/notice-texts';
import type { WrittenMessage } from './write-message';
import { writingOf, type Place } from './writing';

/** The mail about an endpoint that is gone, in the merchant's language; subject, HTML and text part say the same. */
export function writeNotice(notice: EndpointNotice): WrittenMessage {
  const { locale, test } = notice;
  const sentence = writingOf('subject', locale).fill(ENDPOINT_GONE[locale].subject, notice);
  const subject = inDirection(test ? `[TEST] ${sentence}` : sentence, locale);
  const text = write(notice, 'text', subject)
    .split('\n')
    .map((line) => inDirection(line, locale))
    .join('\n');
  return { subject, text, html: write(notice, 'html', subject) };
}

function write(notice: EndpointNotice, place: Exclude<Place, 'subject'>, subject: string): string {
  const { locale, test, merchantName, url, description } = notice;
  const text = ENDPOINT_GONE[locale];
  const writing = writingOf(place, locale);
  // What the writing made is ready for its place; what it did not touch is escaped by the layout.
  const ready = (written: string) => (place === 'html' ? new Handlebars.SafeString(written) : written);
  const fact = (label: string, value: string) => ({ label: ready(label), value: ready(value), note: null });
  return LAYOUTS[place]({
    ...PAGES[locale],
    ...{
      subject,
      preview: text.heading,
      heading: text.heading,
      test,
      testMark: TEST_MARKS[locale],
      label: null,
      portal: null,
    },
    merchant: ready(writing.text(merchantName)),
    greeting: ready(writing.fill(text.greeting, notice)),
    paragraphs: text.paragraphs.map((paragraph) => ready(writing.fill(paragraph, notice))),
    facts: [
      fact(text.address, writing.code(url)),
      ...(description === null ? [] : [fact(text.description, writing.text(description))]),
    ],
    footer: ready(writing.fill(text.footer, notice)),
  });
}
