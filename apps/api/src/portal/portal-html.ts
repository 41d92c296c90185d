import {
  ACCESSIBILITY_STATED_ON,
  ACCESSIBILITY_STATEMENT,
  LINK_FAULTS,
  type LinkField,
  type Locale,
} from '@zikui/domain';
import Handlebars from 'handlebars';
import type { LinkForm } from './link-form';
import { LINK_TEMPLATE, PLAIN_TEMPLATE } from './link.template';
import { PAGE_TEMPLATE } from './page.template';
import { day, sentence } from './portal-sentence';
import { wordsOf, type PortalModel } from './portal-view';
import { STATUS_TEMPLATE } from './status.template';

const handlebars = Handlebars.create();
handlebars.registerPartial('page', PAGE_TEMPLATE);
// Strict: a value that a template names and nobody gave is a defect, and not a gap on somebody's page.
const compiled = (template: string) => handlebars.compile<PortalModel>(template, { strict: true });
const STATUS = compiled(STATUS_TEMPLATE);
const LINK = compiled(LINK_TEMPLATE);
const PLAIN = compiled(PLAIN_TEMPLATE);

/** The head of a page that is nobody's. */
const headOfNobody = (locale: Locale, path: string): PortalModel => ({
  lang: locale,
  dir: locale === 'he' ? 'rtl' : 'ltr',
  other: locale === 'he' ? 'en' : 'he',
  ...{ path, shop: null, logo: null, isTest: false, version: null },
  text: wordsOf(locale),
});

export const statusPage = (model: PortalModel): string => STATUS(model);
const NOTHING_WRITTEN: LinkForm = { number: '', contact: '', faults: [] };
/** `why`: the link did not work, or somebody came for a new one. With what he wrote and what is wrong with it, if anything. */
export function linkPage(why: 'dead' | 'new', locale: Locale, form: LinkForm = NOTHING_WRITTEN): string {
  const text = wordsOf(locale);
  const heading = why === 'dead' ? text.linkTitle : text.linkNew;
  const faults = form.faults.map(({ field, fault }) => ({ field, said: LINK_FAULTS[fault][locale] }));
  const saidOf = (field: LinkField): string | null => faults.find((one) => one.field === field)?.said ?? null;
  return LINK({
    ...headOfNobody(locale, '/portal/link'),
    title: faults.length > 0 ? `${text.faultTitle}: ${heading}` : heading,
    heading,
    explained: why === 'dead' ? text.linkText : text.linkNewText,
    ...{ number: form.number, contact: form.contact, faults },
    ...{ numberFault: saidOf('number'), contactFault: saidOf('contact') },
  });
}
export const accessibilityPage = (locale: Locale): string =>
  PLAIN({
    ...headOfNobody(locale, '/portal/accessibility'),
    title: wordsOf(locale).accessibility,
    paragraphs: ACCESSIBILITY_STATEMENT.map((paragraph) =>
      sentence(paragraph, locale, { date: day(ACCESSIBILITY_STATED_ON, locale) }),
    ),
  });

const SAID = {
  asked: { title: 'linkAsked', texts: ['linkAskedText', 'linkNotCome'], path: '/portal/link/asked' },
  too_many: { title: 'tooMany', texts: ['tooManyText'], path: '/portal/link' },
  failed: { title: 'failedTitle', texts: ['failedText'], path: '/portal/link' },
} as const;
/** A page that says that something was asked for, came too often, or failed. */
export function saidPage(what: keyof typeof SAID, locale: Locale): string {
  const { title, texts, path } = SAID[what];
  const words = wordsOf(locale);
  return PLAIN({ ...headOfNobody(locale, path), title: words[title], paragraphs: texts.map((text) => words[text]) });
}
