import type { Locale } from '@zikui/domain';
import { Shop, type Sold } from '../e2e/client/shop';
import { startStack, type TestStack } from '../environment/stack';
import { axeFaults } from './axe';
import { Console, type Seat } from './console';

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
const VIEW = {
  ...{ keep: 'Save these filters', name: 'Name of the view', save: 'Save' },
  ...{ rename: 'Rename', drop: 'Delete' },
} as const;
/** The other language of the page: support of any language answers any customer. */
const COPIES = { he: 'Copy answer in Hebrew', en: 'להעתיק תשובה באנגלית' } as const satisfies Readonly<
  Record<Locale, string>
>;
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
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await seat.picture(`refunds-narrow-${locale}`);
    await page.keyboard.press('KeyO');
    await page.waitForURL(new RegExp(refund.id));
    await page.locator('[role=tabpanel] ol li').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await seat.picture(`refund-narrow-${locale}`);
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it.each(['he', 'en'] as const)(
    'answers "where is my money?" from an order number within ten seconds, in the words of the customer’s page, in %s',
    async (locale) => {
      const { refund, sold } = await shop.ask({ sale: { locale } });
      await shop.client.untilIs(refund.id, 'completed');
      const seat = await people.signedIn('sivan', '/', { locale: locale === 'he' ? 'en' : 'he' });
      const { page, context } = seat;
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const began = Date.now();
      await page.keyboard.press('Slash');
      await page.keyboard.type(sold.saleRef);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: COPIES[locale] }).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(Date.now() - began).toBeLessThan(10_000);
      expect(page.url()).toContain(refund.id);

      const answer = await context.request.get(`/v1/refunds/${refund.id}/customer-answer`);
      expect(await answer.json()).toMatchObject({ locale, text: { [locale]: copied } });
      const { transfers } = await shop.client.get(refund.id);
      expect(copied).toContain(transfers[0]?.gatewayRefundId ?? 'none');
      expect(copied).toMatch(/\d{1,2}.*\d{4}/);
      expect(await axeFaults(page)).toEqual([]);
      await seat.picture(`refund-answer-${locale}`);
      expect(seat.faults()).toEqual([]);
      await seat.leave();
    },
  );

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
    await seat.open('/refunds');
    await named('לקוחה שמחכה').click();
    await page.waitForURL(new RegExp(`q=${sold.saleRef}`));
    await page.locator('tbody tr').first().waitFor();
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
