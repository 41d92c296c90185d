import { Injectable } from '@nestjs/common';
import {
  evidenceTypeOf,
  MOST_ANSWER_LETTERS,
  publicId,
  RefundError,
  uuidOf,
  type AnswerFault,
  type ErrorCode,
  type EvidenceType,
  type Locale,
} from '@zikui/domain';
import {
  PortalAnswerStore,
  PortalLinkRequestStore,
  PortalLinkStore,
  PortalPageStore,
  type PortalPage,
  type PortalVisit,
} from '@zikui/persistence';
import type { Request } from 'express';
import { addressOf } from '../access/address-of';
import { Answer } from '../answer/answer';
import { textBreach } from '../body/text-rule';
import { found } from '../error/found';
import { Env } from '../env';
import { linkAskOf, readLinkForm } from './link-form';
import { formTokenOf, isFormToken, pathOf, PortalCookie } from './portal-cookie';
import { fieldOf, isFromElsewhere } from './portal-form';
import { htmlAnswer, localeFor } from './portal-answer';
import { accessibilityPage, linkPage, saidPage, statusPage } from './portal-html';
import { PortalRate } from './portal-rate';
import { portalModel, type RefusedAnswer } from './portal-view';

export type Photo = Readonly<{ buffer: Buffer }>;
type Visit = PortalVisit & Readonly<{ token: string }>;

/** Faults of an answer that its page tells; anything else is a page of its own. */
const FAULTS: Partial<Record<ErrorCode, AnswerFault>> = {
  invalid_state: 'not_open',
  note_not_found: 'not_open',
  idempotency_conflict: 'not_open',
  foreign_page: 'foreign_page',
  body_too_large: 'photo_size',
  invalid_request: 'photo_count',
};

/** The customer's page of one refund, and what he can do there. */
@Injectable()
export class PortalService {
  constructor(
    private readonly env: Env,
    private readonly links: PortalLinkStore,
    private readonly requests: PortalLinkRequestStore,
    private readonly pages: PortalPageStore,
    private readonly answers: PortalAnswerStore,
    private readonly cookie: PortalCookie,
    private readonly rate: PortalRate,
  ) {}

  /** Swaps a link for a cookie, and sends the browser to an address without it. */
  async open(request: Request, link: string): Promise<Answer<string>> {
    // Scanners of mail look whether there is something, and no person has opened it: they learn nothing, and it does not count.
    if (request.method === 'HEAD') return htmlAnswer('', null, { status: 200 });
    this.rate.count(request);
    const visit = found(await this.links.open(link), 'not_found', {});
    const headers = { 'Set-Cookie': this.cookie.headerOf(visit, visit.token), Location: pathOf(visit.refundId) };
    return htmlAnswer('', null, { status: 303, headers });
  }

  async show(request: Request, refund: string): Promise<Answer<string>> {
    return this.page(request, await this.enter(request, refund));
  }

  async version(request: Request, refund: string): Promise<Readonly<{ version: string }>> {
    const version = await this.pages.version(await this.enter(request, refund));
    return { version: found(version, 'not_found', {}) };
  }

  /** Takes an answer with its photos: all of it or nothing. */
  async answer(request: Request, refund: string, photos: readonly Photo[]): Promise<Answer<string>> {
    this.rate.count(request);
    const visit = await this.enter(request, refund);
    if (isFromElsewhere(request, this.env.PUBLIC_URL) || !isFormToken(fieldOf(request, 'token'), visit.token))
      throw new RefundError('foreign_page');
    const text = fieldOf(request, 'text');
    const fault = faultOf(text, photos);
    if (fault) return this.page(request, visit, { text, fault });
    const noteId = found(uuidOf('note', fieldOf(request, 'note')), 'note_not_found', { note: null });
    await this.answers.answer(visit, { noteId, text, photos: photos.map(typed), address: addressOf(request) });
    const headers = { Location: `${pathOf(visit.refundId)}?lang=${localeFor(request)}#answered` };
    return htmlAnswer('', null, { status: 303, headers });
  }

  /** What the visitor is shown when his answer was refused before or while it was stored. */
  async refused(request: Request, refund: string, code: ErrorCode): Promise<Answer<string> | undefined> {
    const fault = FAULTS[code];
    if (fault === undefined) return undefined;
    return this.page(request, await this.enter(request, refund), { text: fieldOf(request, 'text'), fault });
  }

  linkPage(request: Request, status = 200): Answer<string> {
    const locale = localeFor(request);
    return htmlAnswer(linkPage(status === 404 ? 'dead' : 'new', locale), locale, { status });
  }

  /** Sends links where the details are right. Whatever could be right is answered the same, before anybody has looked. */
  ask(request: Request): Answer<string> {
    this.rate.count(request);
    if (isFromElsewhere(request, this.env.PUBLIC_URL)) throw new RefundError('foreign_page');
    const locale = localeFor(request);
    const form = readLinkForm(request);
    if (form.faults.length > 0) return htmlAnswer(linkPage('new', locale, form), locale, { status: 422 });
    this.rate.countLink(request);
    const { refund, contact } = linkAskOf(form);
    return htmlAnswer('', null, {
      status: 303,
      headers: { Location: `/portal/link/asked?lang=${locale}` },
      afterwards: () => this.requests.ask(refund, contact),
    });
  }

  said(request: Request, what: Parameters<typeof saidPage>[0], status = 200): Answer<string> {
    const locale = localeFor(request);
    return htmlAnswer(saidPage(what, locale), locale, { status });
  }

  accessibility(request: Request): Answer<string> {
    const locale = localeFor(request);
    return htmlAnswer(accessibilityPage(locale), locale);
  }

  /** Who comes with a cookie of that very refund. Throws `not_found` for everybody else. */
  private async enter(request: Request, refund: string): Promise<Visit> {
    const token = found(this.cookie.read(request), 'not_found', {});
    const visit = found(await this.links.enter(token), 'not_found', {});
    if (publicId('refund', visit.refundId) !== refund) throw new RefundError('not_found');
    return { ...visit, token };
  }

  private async page(request: Request, visit: Visit, refused?: RefusedAnswer): Promise<Answer<string>> {
    const version = await this.pages.version(visit);
    const page = await this.pages.find(visit);
    const shown: PortalPage = found(page, 'not_found', {});
    const locale: Locale = localeFor(request, shown.locale);
    const formToken = formTokenOf(visit.token);
    const model = portalModel(shown, {
      ...{ locale, formToken, refused },
      version: found(version, 'not_found', {}),
    });
    return htmlAnswer(statusPage(model), locale, { status: refused ? 422 : 200 });
  }
}

function faultOf(text: string, photos: readonly Photo[]): AnswerFault | null {
  if (text === '') return 'empty';
  const breach = textBreach(text, { max: MOST_ANSWER_LETTERS, marks: true, lines: true });
  if (breach?.code === 'card_number_refused') return 'card_number';
  if (breach) return breach.rule === 'text_length' ? 'too_long' : 'letters';
  return photos.every(({ buffer }) => evidenceTypeOf(buffer) !== null) ? null : 'photo_type';
}

function typed({ buffer: content }: Photo): Readonly<{ mediaType: EvidenceType; content: Buffer }> {
  const mediaType = evidenceTypeOf(content);
  if (mediaType === null) throw new RefundError('unsupported_media_type');
  return { mediaType, content };
}
