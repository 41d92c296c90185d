import { formatMoney, money, REFUND_STATUSES, type Locale, type RefundStatus } from '@zikui/domain';
import type { PortalPage, RefundView, TransferView } from '@zikui/persistence';
import { customerAnswer } from './customer-answer';
import { accessibilityPage, linkPage, saidPage, statusPage } from './portal-html';
import { payWayOf } from './portal-money';
import { portalModel, type RefusedAnswer } from './portal-view';

const LOCALES: readonly Locale[] = ['he', 'en'];
const AT = '2026-11-20T10:00:00Z';
const ils = (amount: number) => money(amount, 'ILS');
const part = (amount: number) => ({ gross: ils(amount), tax: ils(0) });

const transfer = (changes: Partial<TransferView> = {}): TransferView => ({
  ...{ id: 'tr_1', no: 1, paymentRef: 'pay-1', gateway: 'stripe', amount: ils(33_250), status: 'settled' },
  ...{ holdReason: null, hold: null, pendingReason: null, declineReason: null },
  ...{ gatewayRefundId: 're_7453', settledAt: AT },
  ...changes,
});
const goods: NonNullable<RefundView['return']> = {
  ...{
    id: 'rt_1',
    mode: 'required',
    moneyOn: 'received',
    status: 'expected',
    dueAt: '2026-12-10T22:00:00Z',
    items: [],
  },
  parcels: [
    {
      id: 'pc_1',
      carrier: 'c',
      trackingCode: 'RR123456789IL',
      labelUrl: 'https://c.example/l?a=1&b=2',
      status: 'label_created',
    },
  ],
};
const refundOf = (changes: Partial<RefundView> = {}): RefundView => ({
  ...{ id: `rf_${'7'.repeat(32)}`, mode: 'test', saleRef: 'A-1042', customerRef: 'c-1', status: 'completed' },
  ...{ reviewReason: null, wasReversed: false, origin: 'request', statutory: true, reason: 'changed_mind' },
  ...{ destination: 'original', requester: 'customer', requestedBy: null, externalRef: null, metadata: {} },
  ...{ createdAt: AT, updatedAt: AT, completedAt: null, payout: ils(33_250), short: ils(0) },
  lines: [{ ref: 'l1', units: 2, ...part(35_000) }],
  ...{ shipping: part(0), goodwill: ils(0), fee: ils(1_750), transfers: [transfer()] },
  approval: { rule: 'lead', machines: false, steps: [] },
  ...{ return: null, creditNotes: [] },
  deadlines: {
    right: 'open',
    cancelBy: null,
    cancelEndsAt: null,
    payBy: '2026-12-01',
    zone: 'Asia/Jerusalem',
    payMissed: false,
    dueAt: null,
  },
  explanation: [
    {
      ...{ source: 'policy', rule: 'mind', version: 'p 7', pointer: '/fee', values: {}, calculation: null },
      ...{ he: 'דמי ביטול 5%, עד ₪100.00: ₪17.50', en: 'Cancellation fee 5%, at most ₪100.00: ₪17.50' },
    },
    {
      ...{ source: 'policy', rule: 'lead', version: 'p 7', pointer: '/approval', values: {}, calculation: null },
      ...{ he: 'סוד של החנות', en: 'a secret of the shop' },
    },
  ],
  ...{ snapshotHash: 'x', policy: { name: 'p', version: 7, hash: 'h' }, lawVersion: 'IL-1' },
  ...{ messages: [], allowedActions: [] },
  ...changes,
});
const pageOf = (changes: Partial<RefundView> = {}, more: Partial<PortalPage> = {}): PortalPage => ({
  refund: refundOf(changes),
  story: [
    {
      ...{
        id: 'ev_1',
        at: AT,
        actor: 'system',
        kind: 'requested',
        depth: 'customer',
        fromStatus: null,
        toStatus: null,
      },
      text: { he: 'התקבלה בקשה להחזר של ₪332.50.', en: 'A refund of ₪332.50 was requested.' },
    },
  ],
  questions: [],
  shop: {
    ...{ name: 'אור <b>ובית</b>', mode: 'test', contact: {}, legalName: 'Shop Ltd' },
    ...{ registrationNumber: '514000000', address: 'Herzl 1' },
  },
  ...{ locale: 'he', timeZone: 'Asia/Jerusalem', lineNames: { l1: 'Shirt L' }, replaced: [], creditExpiresOn: null },
  ...{ creditBalance: null, isErased: false },
  ...more,
});
const shown = (page: PortalPage, locale: Locale, refused?: RefusedAnswer): string =>
  statusPage(portalModel(page, { locale, formToken: 'f', version: 'v', expiresAt: '2026-12-20T10:00:00Z', refused }));
const words = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<\/?bdi[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u200e\u200f\s]+/g, ' ');

const WAYS: Readonly<Record<string, readonly TransferView[]>> = {
  original: [transfer()],
  manual: [transfer({ gateway: 'manual', gatewayRefundId: 'ZK1' })],
  store_credit: [transfer({ gateway: 'store_credit', paymentRef: 'store_credit', gatewayRefundId: null })],
  mixed: [transfer(), transfer({ id: 'tr_2', gateway: 'store_credit', gatewayRefundId: null })],
};
const EVERY = REFUND_STATUSES.flatMap((status) =>
  Object.keys(WAYS).flatMap((way) => LOCALES.map((locale) => [status, way, locale] as const)),
);

describe.each<readonly [RefundStatus, string, Locale]>(EVERY)(
  'the page of a refund that is %s, by %s, in %s',
  (status, way, locale) => {
    const page = pageOf({ status, return: status === 'awaiting_return' ? goods : null, transfers: WAYS[way] ?? [] });
    const html = shown(page, locale);

    it('is whole, and names nothing by the words of programs', () => {
      expect(payWayOf(page)).toBe(way);
      expect(html).not.toMatch(/undefined|NaN|\[object|null<|\{\w+\}/);
      expect(words(html)).not.toMatch(/awaiting_|in_doubt|needs_review|store_credit|stripe|secret of the shop|סוד/);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).toContain(locale === 'he' ? '<html lang="he" dir="rtl">' : '<html lang="en" dir="ltr">');
    });

    it('isolates every id and amount, and runs nothing of its own', () => {
      const bare = words(html.replace(/<bdi[^>]*>[^<]*<\/bdi>/g, ''));
      expect(bare).not.toMatch(/\d/);
      expect(html).not.toMatch(/<script>|<style|style="|onclick|<b>ובית/);
    });
  },
);

describe('what a customer is asked to do', () => {
  it('is to send the goods by a day, with label and tracking number', () => {
    const html = shown(
      pageOf({ status: 'awaiting_return', return: goods, transfers: [transfer({ status: 'planned' })] }),
      'en',
    );
    expect(words(html)).toContain('Please send the item to us by 10 Dec 2026');
    expect(html).toContain('href="https://c.example/l?a&#x3D;1&amp;b&#x3D;2"');
    const [parcel] = goods.parcels;
    const odd = { ...goods, parcels: [{ ...parcel!, labelUrl: 'javascript:alert(1)' }] };
    expect(shown(pageOf({ status: 'awaiting_return', return: odd }), 'en')).not.toContain('javascript:alert');
  });

  it('is to name another way once the money came back', () => {
    const changes = {
      status: 'needs_review',
      reviewReason: 'transfer_reversed',
      transfers: [transfer({ status: 'reversed' })],
    } as const;
    expect(words(shown(pageOf(changes), 'en'))).toMatch(/came back to us and is still owed to you/);
  });

  it('is to answer, and what he wrote stays where it was refused', () => {
    const asked = { questions: [{ id: 'nt_1', text: 'Which <leg>?', isAnswered: false, answer: null, photos: 0 }] };
    const html = shown(pageOf({ status: 'awaiting_approval' }, asked), 'he', {
      text: 'a </textarea>',
      fault: 'photo_size',
    });
    expect(html).toContain('Which &lt;leg&gt;?');
    expect(html).toContain('a &lt;/textarea&gt;</textarea>');
    expect(html).toContain('<bdi>8</bdi> מגה');
    expect(shown(pageOf({ status: 'completed' }, asked), 'he')).not.toContain('<textarea');
  });
});

describe('amounts and dates', () => {
  it('sum to the total, fee and part that was not paid included', () => {
    const text = words(shown(pageOf({ short: ils(1_000) }), 'en'));
    expect(text).toMatch(
      /Shirt L, 2 pcs ₪350\.00 Cancellation fee -₪17\.50 Part that was not paid -₪10\.00 Total ₪322\.50/,
    );
  });

  it('of money that was sent are a range, and of credit the day until which it is valid', () => {
    expect(words(shown(pageOf(), 'en'))).toContain('should show between 27 Nov 2026 and 4 Dec 2026');
    const credit = pageOf(
      { transfers: WAYS['store_credit'] ?? [] },
      { creditExpiresOn: '2031-11-20', creditBalance: ils(40_000) },
    );
    expect(words(shown(credit, 'en'))).toContain('The store credit is valid until 20 Nov 2031');
    expect(words(shown(credit, 'en'))).not.toContain('should show between');
    expect(words(shown(credit, 'en'))).toContain('Your store credit balance now: ₪400.00');
    expect(words(shown(credit, 'he'))).toContain('לפי מספר הלקוח c-1');
  });

  it('of a transfer that was made anew are not listed', () =>
    expect(words(shown(pageOf({}, { replaced: ['tr_1'] }), 'en'))).not.toContain('7453'));
});

it.each(LOCALES)('the pages that are nobody’s are whole in %s', (locale) => {
  for (const html of [
    linkPage('dead', locale),
    linkPage('new', locale, {
      ...{ number: '"><b>', contact: '' },
      faults: [
        { field: 'number', fault: 'number_letters' },
        { field: 'contact', fault: 'contact_missing' },
      ],
    }),
    accessibilityPage(locale),
    saidPage('asked', locale),
    saidPage('failed', locale),
  ]) {
    expect(html).not.toMatch(/undefined|\[object|\{\w+\}/);
    expect(html).toContain(`<html lang="${locale}"`);
  }
});

it.each(REFUND_STATUSES)('an erased customer is promised no message about a refund that is %s', (status) => {
  const questions = [
    { id: 'nt_1', text: null, isAnswered: true, answer: null, photos: 1 },
    { id: 'nt_2', text: null, isAnswered: false, answer: null, photos: 0 },
  ];
  const page = pageOf({ status, transfers: [] }, { isErased: true, questions });
  const [he, en] = [words(shown(page, 'he')), words(shown(page, 'en'))];
  expect(en).not.toMatch(/we will (?:write|contact)/i);
  expect(he).not.toMatch(/נכתוב|נחזור אליך/);
  expect(en).toContain('Your link opens this page until 19 Dec 2026');
  expect(shown(page, 'en').match(/<blockquote dir="auto">erased<\/blockquote>/g)).toHaveLength(2);
  expect(shown(page, 'he')).not.toContain('<textarea');
});

describe('what stands on the page', () => {
  const read = (page: PortalPage): string => words(shown(page, 'en'));

  it('names a step that did not happen as one that did not', () => {
    const steps = [{ status: 'skipped', decision: null }] as unknown as RefundView['approval']['steps'];
    const approval = { rule: 'lead', machines: false, steps };
    expect(read(pageOf({ status: 'cancelled', approval, transfers: [] }))).toContain('To be checked , will not happen');
    expect(read(pageOf({ status: 'rejected', transfers: [] }))).toContain('Checked , done');
  });

  it('promises no document where none will come, and calls what was not paid what was asked for', () => {
    for (const status of ['rejected', 'expired', 'cancelled', 'failed'] as const) {
      const page = read(pageOf({ status, transfers: [] }));
      expect(page).not.toMatch(/credit note|How the amount/i);
      expect(page).toContain('What was asked for');
    }
    expect(read(pageOf({ status: 'processing' }))).toContain('The credit note appears here when all is done.');
  });

  it('says of parts, of which some were sent, that they are parts, and not that nothing was sent', () => {
    const parts = [transfer(), transfer({ id: 'tr_2', status: 'pending', settledAt: null })];
    const page = read(pageOf({ status: 'awaiting_gateway', transfers: parts }));
    expect(page).toContain('is made in several parts');
    expect(page).not.toContain('has not been sent yet');
  });

  it('says that a payment takes longer while it waits for funds, and that a legal day has passed', () => {
    const waits = transfer({ status: 'pending', pendingReason: 'insufficient_funds', settledAt: null });
    const late = pageOf({ status: 'awaiting_gateway', transfers: [waits] });
    expect(read(late)).toMatch(/takes longer than we had expected.* has to be sent by 1 Dec 2026/);
    const { deadlines } = late.refund;
    const missed = { ...late, refund: { ...late.refund, deadlines: { ...deadlines, payMissed: true } } };
    expect(read(missed)).toContain('the money had to be sent by 1 Dec 2026. It is late');
  });

  it('speaks of store credit as recorded, never as sent, and of no payment company', () => {
    const credit = transfer({ gateway: 'store_credit', status: 'pending', gatewayRefundId: null });
    const page = read(pageOf({ status: 'awaiting_gateway', destination: 'store_credit', transfers: [credit] }));
    expect(page).toContain('being recorded');
    expect(page).not.toMatch(/payment company|not sent yet/);
  });

  it('names who looks after accessibility at the shop, where it said so', () => {
    const { shop } = pageOf();
    const named = pageOf({}, { shop: { ...shop, contact: { accessibility: 'Noa, 03-555-0101' } } });
    expect(read(named)).toContain('Accessibility Noa, 03-555-0101');
    expect(read(pageOf())).not.toContain('Accessibility Noa');
  });
});

describe('the answer to a customer who asks where the money is', () => {
  it('says what his own page says, with dates and the reference for his bank', () => {
    expect(customerAnswer(pageOf(), 'he').split('\n')).toEqual([
      'הכסף נשלח.',
      `${formatMoney(ils(33_250), 'he')} נשלחו אל אמצעי התשלום ששילמת בו. היום שבו הסכום יופיע בחשבון תלוי בבנק או בחברת האשראי.`,
      'הסכום צפוי להופיע בין 27.11.2026 ל־04.12.2026. הבנק או חברת האשראי קובעים את היום.',
      'מספר אסמכתא לבירור מול הבנק או חברת האשראי: re_7453',
    ]);
  });

  it.each(REFUND_STATUSES)(
    'stands whole on the page that is %s, and never says that money was sent before it was',
    (status) => {
      for (const locale of LOCALES) {
        const page = pageOf({
          status,
          transfers: [transfer({ status: status === 'completed' ? 'settled' : 'planned' })],
        });
        const words = statusPage(
          portalModel(page, { locale, formToken: 'f', version: 'v', expiresAt: '2026-12-20T10:00:00Z' }),
        ).replace(/<\/?bdi[^>]*>/g, '');
        for (const line of customerAnswer(page, locale).split('\n'))
          expect(words).toContain(line.replace(/\.$/, '').replace(/^[^:]+: (?=re_)/, ''));
      }
    },
  );
});
