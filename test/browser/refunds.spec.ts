import { readFile } from 'node:fs/promises';
import { decimalText, type Locale } from '@zikui/domain';
import type { Route } from 'playwright-core';
import { Shop, type Sold } from '../e2e/client/shop';
import { startStack, type TestStack } from '../environment/stack';
import { askForOneUnit } from './ask-for-one-unit';
import { axeFaults } from './axe';
import { Console, type Seat } from './console';
import { fit, HALF_OF_A_SCREEN, smallTargets, TELEPHONE } from './targets';

const WORDS = {
  he: {
    check: 'בדיקת הפרטים',
    send: /לשלוח בקשה/,
    story: 'סיפור',
    money: 'כסף',
    units: /יחידות של/,
    cancel: 'לבטל את הבקשה',
  },
  en: {
    check: 'Check answers',
    send: /Send request/,
    story: 'Story',
    money: 'Money',
    units: /Units of/,
    cancel: 'Cancel request',
  },
} as const satisfies Readonly<Record<Locale, object>>;
type Told = Readonly<{ subject: string; text: string }>;
type Items = Readonly<{ items: readonly Told[] }>;
const linesOf = (told: Told | undefined): readonly string[] =>
  (told?.text ?? '').trim().replaceAll('\u200f', '').split(/\r?\n/);
const REFUSED = {
  contentType: 'application/problem+json',
  json: {
    ...{ code: 'line_exhausted', status: 422, title: 'Refused', detail: 'Something is wrong.' },
    errors: [{ pointer: '/lines/0/quantity', code: 'line_exhausted', detail: 'Only one is left.' }],
  },
};
const CANCELLATIONS = '**/v1/refunds/*/cancellation';
const TOO_LATE = {
  contentType: 'application/problem+json',
  json: {
    ...{ code: 'too_late', status: 409, title: 'Too late' },
    detail: 'The refund was already sent to the gateway, so it cannot be cancelled.',
  },
};
/** The request arrives, and its answer does not. */
async function arrivesUnanswered(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}
const VIEW = {
  ...{ keep: 'Save these filters', name: 'Name of the view', save: 'Save' },
  ...{ rename: 'Rename', drop: 'Delete' },
} as const;
/** The other language of the page: support of any language answers any customer. */
const COPIES = { he: 'Copy answer in Hebrew', en: 'להעתיק תשובה באנגלית' } as const satisfies Readonly<
  Record<Locale, string>
>;
const WIDE = { width: 1280, height: 800 } as const;
/** A4 between the margins that paper has. */
const SHEET = { width: 672, height: 1000 } as const;
const MORE = /^(Show more messages|להציג הודעות נוספות)$/;
const PRICE = 12_900;
/** Five percent of both units, for a change of mind. */
const FEE = 1_290;

describe('refunds in the console', () => {
  let stack: TestStack;
  let shop: Shop;
  let people: Console;
  beforeAll(async () => {
    stack = await startStack();
    shop = new Shop(stack, stack.merchants.demo);
    people = await Console.on(stack);
  }, 90_000);
  afterAll(async () => {
    await people.close();
    await stack.close();
  });

  const paidTwice = (): Promise<Sold> => shop.sell({ parts: 2, price: PRICE });
  /** Chooses both units of the order, looks at the answers, and sends, by a double click. */
  async function sendAll({ page, picture }: Seat, locale: Locale): Promise<string> {
    const words = WORDS[locale];
    await page.getByRole('textbox', { name: words.units }).fill('2');
    const check = page.getByRole('button', { name: words.check });
    await page.locator('aside table tr').nth(2).waitFor();
    await page.locator('aside[aria-busy=false]').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(`new-refund-${locale}`);
    await check.click();
    await page.locator('main h2').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(`new-refund-check-${locale}`);
    await page.getByRole('button', { name: words.send }).dblclick();
    await page.waitForURL(/\/console\/refunds\/rf_[0-9a-f]{32}$/);
    return /rf_[0-9a-f]{32}/.exec(page.url())?.[0] ?? '';
  }

  it.each(['he', 'en'] as const)(
    'lets support ask for one over two payments, once, and read its story, in %s',
    async (locale) => {
      const { saleRef } = await paidTwice();
      const seat = await people.signedIn('sivan', `/refunds/new?sale=${saleRef}`, { locale });
      const { page } = seat;
      const id = await sendAll(seat, locale);
      const { transfers } = await shop.client.get(id);
      expect(transfers.map(({ amount }) => amount.amount)).toEqual([PRICE, PRICE - FEE]);
      expect(await shop.client.list({ saleRef })).toHaveLength(1);

      await page.getByRole('tab', { name: WORDS[locale].story }).waitFor();
      await page.locator('ol li').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await seat.picture(`refund-story-${locale}`);
      await page.getByRole('tab', { name: WORDS[locale].money }).click();
      await page.locator('table tbody tr').nth(2).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await seat.picture(`refund-money-${locale}`);
      expect(seat.faults()).toEqual([]);
      await seat.leave();
    },
  );

  it.each(['he', 'en'] as const)('lists them by what the address says, and fits 320 pixels, in %s', async (locale) => {
    const { refund, sold } = await shop.ask();
    const seat = await people.signedIn('sivan', `/refunds?q=${sold.saleRef}`, { locale, scheme: 'dark' });
    const { page } = seat;
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture(`refunds-${locale}-dark`);
    await fit(page, HALF_OF_A_SCREEN);
    expect(await smallTargets(page)).toEqual([]);
    await fit(page, TELEPHONE);
    await seat.picture(`refunds-narrow-${locale}`);
    await page.keyboard.press('KeyO');
    await page.waitForURL(new RegExp(refund.id));
    await page.locator('[role=tabpanel] ol li').first().waitFor();
    await fit(page, TELEPHONE);
    await seat.picture(`refund-narrow-${locale}`);
    await page.locator(`main a[href*="customer=${refund.customerRef}"]`).click();
    await page.waitForURL(/[?]customer=/);
    await page.locator(`main a[href$="/refunds/${refund.id}"]`).waitFor();
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it.each(['he', 'en'] as const)(
    'answers "where is my money?" from an order number within ten seconds, in the words of the customer’s page, in %s',
    async (locale) => {
      const { refund, sold } = await shop.ask({ sale: { locale } });
      await shop.client.untilIs(refund.id, 'completed');
      const look = { locale: locale === 'he' ? 'en' : 'he', scheme: locale === 'he' ? 'dark' : 'light' } as const;
      const seat = await people.signedIn('sivan', '/', look);
      const { page, context } = seat;
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(() => navigator.clipboard.writeText(''));
      const began = Date.now();
      await page.keyboard.press('Slash');
      await page.keyboard.type(sold.saleRef);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: COPIES[locale] }).click();
      const told = await page.waitForFunction(() => navigator.clipboard.readText());
      const copied = await told.jsonValue();
      expect(Date.now() - began).toBeLessThan(10_000);
      expect(page.url()).toContain(refund.id);

      const answer = await context.request.get(`/v1/refunds/${refund.id}/customer-answer`);
      expect(await answer.json()).toMatchObject({ locale, text: { [locale]: copied } });
      const { transfers } = await shop.client.get(refund.id);
      expect(copied).toContain(transfers[0]?.gatewayRefundId ?? 'none');
      expect(copied).toMatch(/\d{1,2}.*\d{4}/);
      expect(await axeFaults(page)).toEqual([]);
      await seat.picture(`refund-answer-${locale}`);
      const mail = await shop.sandbox.mailTo(sold.email, sold.saleRef);
      await shop.client.until(refund.id, 'the mail to be noted', ({ messages }) =>
        messages.some(({ kind, status }) => kind === 'refund_completed' && status === 'sent'),
      );
      await sendAgain(seat, refund.id, mail);
      await readDocument(seat, locale);
      expect(seat.faults()).toEqual([]);
      await seat.leave();
    },
  );

  /** Reads the last message as its customer did, and sends it once more by a double click. */
  async function sendAgain({ page, picture, context }: Seat, id: string, mail: Told): Promise<void> {
    const sent = async (): Promise<readonly Told[]> => {
      const { items } = (await (await context.request.get(`/v1/refunds/${id}/messages`)).json()) as Items;
      return items;
    };
    const [{ length: before }, told] = await sent().then((items) => [items, items.at(-1)] as const);
    expect(told).toMatchObject({
      wording: 'as_sent',
      subject: mail.subject,
      to: expect.stringContaining('••••@') as string,
    });
    expect(linesOf(told)).toEqual(
      linesOf(mail).map((line): unknown => (/^http/.test(line) ? expect.stringMatching(/^\[/) : line)),
    );
    // Pages of one message each: the last one comes only when somebody asks for it.
    await page.route('**/messages*', (route, request) => {
      const url = new URL(request.url());
      url.searchParams.set('limit', '1');
      return route.continue({ url: url.href });
    });
    await page.keyboard.press('Digit5');
    await page.locator('[role=tabpanel] article').first().waitFor();
    for (let shown = 1; shown < before; shown += 1) {
      expect(await page.locator('[role=tabpanel] article').count()).toBe(shown);
      await page.getByRole('button', { name: MORE }).click();
      await page.locator('[role=tabpanel] article').nth(shown).waitFor();
    }
    expect(await page.getByRole('button', { name: MORE }).count()).toBe(0);
    await page.unroute('**/messages*');
    const last = page.locator('[role=tabpanel] article').last();
    await last.locator('summary').click();
    await last.locator('pre').waitFor();
    await last.getByRole('button').last().click();
    await last.locator('[role=group]').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const lang = await page.evaluate(() => document.documentElement.lang);
    await picture(`refund-messages-${lang}`);
    await fit(page, TELEPHONE);
    await picture(`refund-messages-narrow-${lang}`);
    await page.setViewportSize(WIDE);
    await last.locator('[role=group]').getByRole('button').last().dblclick();
    await page.locator('[role=tabpanel] article').nth(before).waitFor();
    expect(await sent()).toHaveLength(before + 1);
  }

  /** Opens the credit note as it is printed, in the customer's language. */
  async function readDocument({ page, picture }: Seat, locale: Locale): Promise<void> {
    await page.keyboard.press('Digit4');
    await page.locator('[role=tabpanel] table').waitFor();
    await picture(`refund-documents-${locale}`);
    await page.locator(`[role=tabpanel] a[href$="language=${locale}"]`).first().click();
    const paper = page.locator(`article[lang=${locale}]`);
    await paper.locator('tfoot').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await paper.evaluate((of) => getComputedStyle(of).color)).toBe('rgb(0, 0, 0)');
    // On a sheet of A4 between its margins the paper takes all of the width, and nothing sticks out.
    await fit(page, SHEET);
    expect(await paper.evaluate((of) => of.clientWidth)).toBe(SHEET.width);
    await picture(`document-${locale}`);
    await page.emulateMedia({ media: 'screen' });
    await fit(page, TELEPHONE);
    // No fact is squeezed into a column of single letters.
    const heights = await paper.locator('dd').evaluateAll((facts) => facts.map(({ clientHeight }) => clientHeight));
    expect(Math.max(...heights)).toBeLessThan(100);
    await picture(`document-narrow-${locale}`);
    await page.setViewportSize(WIDE);
  }

  it('loses nothing of a new refund that was refused, or of which no answer came, and asks for it once', async () => {
    const { saleRef } = await paidTwice();
    const seat = await people.signedIn('sivan', `/refunds/new?sale=${saleRef}`);
    const { page } = seat;
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/v1/refunds'))
        keys.push(request.headers()['idempotency-key']);
    });
    const units = page.getByRole('textbox', { name: WORDS.en.units });
    const send = page.locator('main [role=group] button').last();
    const toCheck = async (): Promise<void> => {
      await page.locator('aside[aria-busy=false] table').first().waitFor();
      await page.getByRole('button', { name: WORDS.en.check }).click();
      await send.waitFor();
    };
    await page.getByRole('button', { name: WORDS.en.check }).click();
    await page.getByRole('link', { name: 'Choose an item' }).waitFor();
    await units.fill('2');
    await page.getByRole('textbox', { name: /words/ }).fill('Too bright');
    await toCheck();
    await page.route('**/v1/refunds', (route) => route.fulfill({ status: 422, ...REFUSED }), { times: 1 });
    await send.click();
    await page.getByRole('link', { name: 'Only one is left' }).click();
    expect(await units.evaluate((field) => field === document.activeElement)).toBe(true);
    expect([await units.inputValue(), await page.getByText('Too bright').count()]).toEqual(['2', 1]);
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('new-refund-refused');
    await toCheck();
    await page.route('**/v1/refunds', arrivesUnanswered, { times: 1 });
    await send.click();
    await page.getByRole('button', { name: 'Check what happened' }).waitFor();
    expect(await page.getByText('Too bright').count()).toBe(1);
    await seat.picture('new-refund-unknown');
    await send.click();
    await page.waitForURL(/\/console\/refunds\/rf_[0-9a-f]{32}$/);
    expect(keys).toEqual([expect.any(String), expect.any(String), keys[1]]);
    expect(keys[0]).not.toBe(keys[1]);
    expect(await shop.client.list({ saleRef })).toHaveLength(1);
    expect(seat.faults().filter((fault) => !/net::ERR_|status of 422/.test(fault))).toEqual([]);
    await seat.leave();
  });

  it('says that it is too late to cancel, and of what got no answer asks by the same key', async () => {
    const sold = await shop.sell({ description: 'כוננית ספרים', category: 'furniture', price: 39_900 });
    const seat = await people.signedIn('sivan', '/');
    const { page } = seat;
    const id = await page.evaluate(askForOneUnit, sold.saleRef);
    await shop.client.untilIs(id, 'awaiting_approval');
    await seat.open(`/refunds/${id}`);
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/cancellation')) keys.push(request.headers()['idempotency-key']);
    });
    const cancel = async (): Promise<void> => {
      await page.getByRole('button', { name: WORDS.en.cancel }).click();
      await page.getByRole('textbox', { name: /Why/ }).fill('Asked twice');
      await page.keyboard.press('Control+Enter');
    };
    await page.route(CANCELLATIONS, (route) => route.fulfill({ status: 409, ...TOO_LATE }), { times: 1 });
    await cancel();
    const card = page.getByRole('region', { name: 'Changed meanwhile' });
    await card.getByText(TOO_LATE.json.detail).waitFor();
    await card.getByText('Asked twice').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('refund-too-late');
    await card.getByRole('button').click();
    await card.waitFor({ state: 'detached' });
    expect((await shop.client.get(id)).status).toBe('awaiting_approval');

    await page.route(CANCELLATIONS, arrivesUnanswered, { times: 1 });
    await cancel();
    await page.getByRole('button', { name: 'Check what happened' }).click();
    await page.getByRole('textbox', { name: /Why/ }).waitFor({ state: 'detached' });
    await shop.client.untilIs(id, 'cancelled');
    expect(keys).toEqual([expect.any(String), expect.any(String), keys[1]]);
    expect(keys[0]).not.toBe(keys[1]);
    expect(seat.faults().filter((fault) => !/net::ERR_|status of 409/.test(fault))).toEqual([]);
    await seat.leave();
  });

  it('lets finance take a list as a table, as it is shown, in two clicks', async () => {
    const { refund, sold } = await shop.ask();
    const seat = await people.signedIn('faina', `/refunds?q=${sold.saleRef}&columns=amount`, { locale: 'he' });
    const { page } = seat;
    await page.getByRole('button', { name: 'ייצוא…' }).click();
    const download = page.getByRole('link', { name: 'להוריד את הטבלה' });
    await download.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('refunds-export');
    const [taken] = await Promise.all([page.waitForEvent('download'), download.click()]);
    expect(taken.suggestedFilename()).toMatch(/^refunds-.*\.csv$/);
    const text = await readFile(await taken.path(), 'utf8');
    expect(text).toBe(
      `\u{FEFF}"refund","amount_minor","amount","currency"\r\n"${refund.id}","${String(refund.payout.amount)}","${decimalText(refund.payout)}","ILS"\r\n`,
    );
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it('keeps a list under a name, opens it by its address, calls it otherwise and throws it away', async () => {
    const { sold } = await shop.ask();
    const words = VIEW;
    const seat = await people.signedIn('sivan', `/refunds?q=${sold.saleRef}`);
    const { page } = seat;
    const named = (name: string) => page.getByRole('link', { name, exact: true });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press(words.keep);
    await press(words.save);
    await page.getByText('Give the view a name.').waitFor();
    await page.getByRole('textbox', { name: words.name }).fill('לקוחה שמחכה');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await named('לקוחה שמחכה').waitFor();
    expect(await page.getByText('One refund').count()).toBe(1);
    await press('Columns');
    await page.getByRole('checkbox', { name: 'Reason' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: 'Gateway' }).check();
    await page.getByRole('columnheader', { name: 'Gateway' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Reason' }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('refunds-columns');
    expect(await page.locator('[aria-current=page]', { hasText: /All refunds|לקוחה/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await press(words.keep);
    await page.getByRole('textbox', { name: words.name }).fill('לקוחה שמחכה');
    await press(words.save);
    await seat.open('/refunds');
    await named('לקוחה שמחכה').click();
    await page.waitForURL(new RegExp(`q=${sold.saleRef}`));
    await page.getByRole('columnheader', { name: 'Gateway' }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.getByRole('button', { name: 'Export…' }).count()).toBe(0);
    await press(words.rename);
    await page.getByRole('textbox', { name: words.name }).fill('Waiting');
    await page.keyboard.press('Enter');
    await named('Waiting').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('refunds-views');
    await press(words.drop);
    await page.getByRole('group').getByRole('button', { name: words.drop }).click();
    await named('Waiting').waitFor({ state: 'detached' });
    expect(page.url()).toContain(`q=${sold.saleRef}`);
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });
});
