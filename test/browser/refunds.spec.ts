import type { Locale } from '@zikui/domain';
import { Shop, type Sold } from '../e2e/client/shop';
import { startStack, type TestStack } from '../environment/stack';
import { axeFaults } from './axe';
import { Console, type Seat } from './console';
import { HALF_OF_A_SCREEN, sidewaysScroll, smallTargets } from './targets';

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
    await page.setViewportSize(HALF_OF_A_SCREEN);
    expect([await sidewaysScroll(page), await smallTargets(page)]).toEqual([0, []]);
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
});
