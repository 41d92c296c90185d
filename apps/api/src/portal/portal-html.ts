import { ACCESSIBILITY_STATEMENT, type Locale } from '@zikui/domain';
import Handlebars from 'handlebars';
import { LINK_TEMPLATE, PLAIN_TEMPLATE } from './link.template';
import { PAGE_TEMPLATE } from './page.template';
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
export const linkPage = (locale: Locale): string => LINK(headOfNobody(locale, '/portal/link'));
export const accessibilityPage = (locale: Locale): string =>
  PLAIN({
    ...headOfNobody(locale, '/portal/accessibility'),
    title: wordsOf(locale).accessibility,
    paragraphs: ACCESSIBILITY_STATEMENT.map((paragraph) => paragraph[locale]),
  });

const SAID = {
  asked: { title: 'linkAsked', text: 'linkAskedText', path: '/portal/link/asked' },
  too_many: { title: 'tooMany', text: 'tooManyText', path: '/portal/link' },
  failed: { title: 'failedTitle', text: 'failedText', path: '/portal/link' },
} as const;
/** A page that says that something was asked for, came too often, or failed. */
export function saidPage(what: keyof typeof SAID, locale: Locale): string {
  const { title, text, path } = SAID[what];
  const words = wordsOf(locale);
  return PLAIN({ ...headOfNobody(locale, path), title: words[title], paragraphs: [words[text]] });
}
