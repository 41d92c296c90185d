import type { Locale } from '@zikui/domain';
import { newId, PortalTokens, RefundProcessStore, TransferStore } from '@zikui/persistence';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPolicy, strictPolicy } from '../builders/policy.builder';
import { requestOf } from '../builders/refund-request.builder';
import { customerOf, saleOf } from '../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from '../integration/api/api-server';
import { axeFaults } from './axe';
import { startChromium } from './chromium';
import { wordFaults } from './crawl';
import { keepPicture } from './console';
import { brokenByLongerTexts } from './longer';
import { LOOKS } from './looks';
import { watch } from './watched-page';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const PHONE = { width: 320, height: 640 };
let api: ApiServer;
let browser: Browser;
let asks: TestMerchant;
let pays: TestMerchant;
/** One that waits with a question, and one whose money was sent: their links. */
let waiting: string;
let paid: string;

beforeAll(async () => {
  [api, browser] = await Promise.all([
    startApi({ PORTAL_PER_MINUTE: '100000', PORTAL_LINKS_PER_HOUR: '100000' }),
    startChromium(),
  ]);
  asks = await api.addMerchant([strictPolicy()]);
  pays = await api.addMerchant([openPolicy()]);
  for (const { id } of [asks, pays])
    await api.db.query(`UPDATE merchant SET name = 'אור ובית', contact = $2 WHERE id = $1`, [
      id,
      JSON.stringify({ email: 'service@orubait.example', phone: '03-555-0100', hours: 'א׳ עד ה׳, 9:00 עד 17:00' }),
    ]);
  waiting = await waitingWithQuestion();
  paid = await completed();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await api.close();
});

const SECRETS = { gatewayKeySecret: 'g'.repeat(32) };
const uuidOf = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const post = (place: string, key: string, body: object): Promise<Reply> =>
  api.call('POST', place, { key, body, headers: { 'idempotency-key': newKey() } });

async function asked(of: TestMerchant): Promise<string> {
  const { saleRef, ...body } = saleOf({ customer: customerOf({ email: 'dana@example.com' }) });
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: of.createKey, body });
  const { json } = await post('/v1/refunds', of.createKey, requestOf({ saleRef }));
  return uuidOf(String(json['id']));
}
const linkOf = (merchantId: string, messageId: string): string =>
  `/portal/r/${new PortalTokens(api.stores.secrets.masterKey).make('link', { merchantId, messageId })}`;
const at = (of: TestMerchant, refundId: string, seq: number) => ({
  ...{ merchantId: of.id, refundId, runId: newId(), seq, version: Date.now() + seq },
});

async function waitingWithQuestion(): Promise<string> {
  const refundId = await asked(asks);
  const { messages } = await new RefundProcessStore(api.db.database, SECRETS).open(at(asks, refundId, 1));
  const text = 'איזה חלק של הכיסא פגום? נשמח לתמונה של המדבקה עם המספר SN-4471-B.';
  const { status } = await post(`/v1/refunds/rf_${refundId.replaceAll('-', '')}/notes`, asks.decideKey, {
    ...{ text, askedOf: 'customer' },
  });
  expect(status).toBe(201);
  return linkOf(asks.id, messages[0]?.id ?? '');
}

async function completed(): Promise<string> {
  const refundId = await asked(pays);
  const refunds = new RefundProcessStore(api.db.database, SECRETS);
  await refunds.open(at(pays, refundId, 1));
  const transfers = new TransferStore(api.db.database, api.stores.secrets);
  const rows = await api.db.query<{ id: string; amount: string }>(
    `SELECT id, amount FROM transfer WHERE refund_id = $1 ORDER BY no`,
    [refundId],
  );
  for (const { id, amount } of rows) {
    const claimed = await transfers.claim(pays.id, id);
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    const settled = { amount: Number(amount), currency: 'ILS' };
    await transfers.record(pays.id, claimed.attemptId, {
      ...{ kind: 'settled' as const, gatewayRefundId: `re_7453${id.slice(-8)}`, amount: settled },
    });
  }
  const { messages } = await refunds.finish(at(pays, refundId, 2));
  return linkOf(pays.id, messages[0]?.id ?? '');
}

type Visit = Readonly<{ page: Page; faults: () => readonly string[]; leave: () => Promise<void> }>;
async function visit(place: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, baseURL: api.url, locale: 'he-IL', ...options });
  const page = await context.newPage();
  const faults = await watch(page, api.url);
  await page.goto(place);
  return { page, faults, leave: () => context.close() };
}
const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
/** Links and fields that a finger would miss. */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), textarea')]
      .filter((one) => !one.classList.contains('skip') && one.closest('[hidden]') === null)
      .filter((one) => one.closest('p:not(.shop)') === null || one.classList.contains('button'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 44 || box.width < 44)
      .map(({ one }) => one.outerHTML),
  );

describe("the customer's page on a phone of 320 pixels", () => {
  it.each(LOOKS)('breaks no rule of accessibility or policy, in $locale and $scheme', async ({ locale, scheme }) => {
    for (const [name, link] of Object.entries({ waiting, paid })) {
      const { page, faults, leave } = await visit(link, { colorScheme: scheme });
      expect(page.url()).toMatch(/\/portal\/refunds\/rf_[0-9a-f]{32}$/);
      if (locale === 'en') await page.getByRole('link', { name: 'English' }).click();
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(
        locale === 'he' ? ['he', 'rtl'] : ['en', 'ltr'],
      );
      await keepPicture(page, `portal-${name}-${locale}-${scheme}`);
      expect(await axeFaults(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width);
      expect(await smallTargets(page)).toEqual([]);
      expect(await brokenByLongerTexts(page)).toEqual([]);
      expect(faults()).toEqual([]);
      await leave();
    }
  });

  it.each<[string, string, Locale]>([
    ['/portal/link', 'link', 'he'],
    ['/portal/accessibility', 'accessibility', 'he'],
    ['/portal/link/asked?lang=en', 'asked', 'en'],
  ])('%s breaks none either', async (place, name, locale) => {
    const { page, faults, leave } = await visit(place, { locale });
    expect(await axeFaults(page)).toEqual([]);
    expect([await widthOf(page), await smallTargets(page), faults()]).toEqual([PHONE.width, [], []]);
    await keepPicture(page, `portal-${name}`);
    await leave();
  });

  it('would not be left with names of programs, keys of texts, defects, or amounts that words can turn over', async () => {
    const { page, leave } = await visit('/portal/accessibility');
    expect(await wordFaults(page)).toEqual([]);
    await page.evaluate(() => {
      const planted = [
        'stands in awaiting_return',
        'see head.title here',
        'undefined',
        'NaN',
        '[object Object]',
        'pays ₪12.50 now',
      ];
      const values = [
        '<bdi>₪12.50 of awaiting_return</bdi>',
        'for \u2068refund.decide\u2069',
        'Dana@shop.example.com',
        '1.2',
      ];
      document.body.innerHTML = [...planted, ...values].map((text) => `<p>${text}</p>`).join('');
    });
    expect(await wordFaults(page)).toHaveLength(6);
    await leave();
  });

  it('is complete without a script: read in Hebrew, answered with a photo, read again', async () => {
    const { page, leave } = await visit(waiting, { javaScriptEnabled: false });
    await page.getByRole('heading', { level: 1, name: 'הבקשה בבדיקה' }).waitFor();
    await page.getByText('SN-4471-B').waitFor();
    await page.getByLabel('התשובה שלך').fill('הרגל השמאלית שבורה.');
    await page.getByLabel('תמונות (לא חובה)').setInputFiles({ name: 'leg.png', mimeType: 'text/html', buffer: PNG });
    await page.getByRole('button', { name: 'לשלוח תשובה' }).click();
    await page.getByText('קיבלנו את התשובה, תודה.').waitFor();
    await page.getByText('הרגל השמאלית שבורה.').waitFor();
    expect(await page.locator('textarea').count()).toBe(0);
    expect(await api.rows('evidence', asks.id)).toBe(1);
    await keepPicture(page, 'portal-answered-he-light');
    await leave();
  });

  it('without a script, too, asks for a link: told on top what cannot be right, then that it is on its way', async () => {
    const { page, leave } = await visit('/portal/r/unknown', { javaScriptEnabled: false, colorScheme: 'dark' });
    await page.getByRole('heading', { level: 1, name: 'הקישור אינו פעיל' }).waitFor();
    await page.getByLabel('מספר הזמנה').fill('הזמנה');
    await page.getByRole('button', { name: 'לשלוח לי קישור' }).click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    await leave();
    const again = await visit('/portal/link', { colorScheme: 'dark' });
    await again.page.getByLabel('מספר הזמנה').fill('הזמנה');
    await again.page.getByRole('button', { name: 'לשלוח לי קישור' }).click();
    await again.page.getByRole('alert').waitFor();
    expect(await again.page.title()).toBe('לתיקון: קישור חדש לדף ההחזר');
    expect(await again.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await axeFaults(again.page)).toEqual([]);
    expect([await widthOf(again.page), await smallTargets(again.page)]).toEqual([PHONE.width, []]);
    await keepPicture(again.page, 'portal-link-faults');
    await again.page.getByRole('link', { name: /מספר הזמנה נכתב/ }).press('Enter');
    expect(await again.page.evaluate(() => location.hash)).toBe('#number');
    await again.page.getByLabel('מספר הזמנה').fill('A-1042');
    await again.page.getByLabel('כתובת דואר או מספר טלפון').fill('dana@example.com');
    await again.page.getByRole('button', { name: 'לשלוח לי קישור' }).press('Enter');
    await again.page.getByRole('heading', { level: 1, name: 'הבקשה התקבלה' }).waitFor();
    // The refused form itself is 422, which the browser writes down.
    expect(again.faults().filter((fault) => !fault.includes('status of 422'))).toEqual([]);
    await again.leave();
  });
});
