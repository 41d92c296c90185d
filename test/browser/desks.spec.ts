import type { Locale } from '@zikui/domain';
import type { ShownRefund } from '../e2e/client/merchant.client';
import { Shop, type Asked } from '../e2e/client/shop';
import { startStack, type TestStack } from '../environment/stack';
import { axeFaults } from './axe';
import { Console, type Seat } from './console';
import { fit, HALF_OF_A_SCREEN, TELEPHONE } from './targets';

/** The call moves the money, and nobody answers; look-ups stay away until somebody asks. */
const MOVED_UNSEEN = [{ action: 'commit_then_500' }, { action: 'webhook_never' }];
const LANGUAGES = ['he', 'en'] as const;
/** A page says after eight seconds that something takes long. */
const LONG_MS = 8_000;
const WORDS = {
  he: {
    warning: 'אין לשלוח שוב לפני בירור',
    settled: 'לסמן שהכסף עבר…',
    evidence: 'על סמך מה',
    proposed: 'ההצעה נרשמה',
    propose: 'להציע לאדם שני',
    next: 'הבדיקה הבאה',
    lastDay: 'עד סוף',
    own: 'ההצעה הזו שלך',
    confirm: 'לאשר',
    declined: 'הבנק לא קיבל את ההחזר לכרטיס',
  },
  en: {
    warning: 'Do not send again before checking',
    settled: 'Mark as settled…',
    evidence: 'What you know it by',
    proposed: 'Proposed. A second person',
    propose: 'Propose to a second person',
    next: 'next look-up',
    lastDay: 'Until the end of',
    own: 'You proposed this',
    confirm: 'Confirm',
    declined: 'The bank did not accept the refund to the card',
  },
} as const satisfies Readonly<Record<Locale, object>>;

describe('the desks', () => {
  let stack: TestStack;
  let shop: Shop;
  let people: Console;
  beforeAll(async () => {
    // Nothing is looked up by itself while a test lasts.
    stack = await startStack({ api: { REFUND_LOOK_UPS_MS: '3600000' } });
    shop = new Shop(stack, stack.merchants.demo);
    people = await Console.on(stack);
  }, 90_000);
  afterAll(async () => {
    await people.close();
    await stack.close();
  });

  async function unknown(): Promise<Asked & Readonly<{ doubted: ShownRefund }>> {
    const asked = await shop.ask({ faults: MOVED_UNSEEN });
    return { ...asked, doubted: await shop.client.untilIs(asked.refund.id, 'in_doubt') };
  }
  async function looks(seat: Seat, name: string): Promise<void> {
    expect(await axeFaults(seat.page)).toEqual([]);
    await seat.picture(name);
    await fits(seat);
  }
  /** On a small telephone, and on the usual screen at 200 %. */
  async function fits({ page }: Seat): Promise<void> {
    const usual = page.viewportSize();
    for (const size of [TELEPHONE, HALF_OF_A_SCREEN]) await fit(page, size);
    if (usual) await page.setViewportSize(usual);
  }
  const hasFocus = (seat: Seat, what: string): Promise<boolean> =>
    seat.page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, what);
  /** An account is given where the money is to go another way, and chosen by what is shown of it. */
  async function payByBank({ page }: Seat): Promise<void> {
    await page.getByRole('button', { name: 'Pay another way…' }).click();
    await page.getByRole('combobox', { name: 'Where to' }).selectOption('manual');
    await page.getByText('No account was given for this refund yet.').waitFor();
    await page.getByRole('button', { name: 'Give another account' }).click();
    const typed = { Holder: 'דנה לוי', Bank: '12', Branch: '600', 'Account number': '123456' };
    for (const [name, text] of Object.entries(typed)) await page.getByRole('textbox', { name }).fill(text);
    await page.getByRole('button', { name: 'Keep this account' }).click();
    const chosen = page.getByRole('combobox', { name: 'Account' }).locator('option:checked');
    await chosen.waitFor({ state: 'attached' });
    expect(await chosen.textContent()).not.toContain('123456');
    await page.keyboard.press('Escape');
  }
  async function leave(seat: Seat): Promise<void> {
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  }

  it.each(LANGUAGES)('let finance settle an unknown result with a second person, in %s', async (locale) => {
    const { refund, sold } = await unknown();
    const words = WORDS[locale];
    const fadi = await people.signedIn('fadi', `/desk/in-doubt/${refund.id}`, { locale });
    await fadi.page.getByText(words.warning).waitFor();
    // In the list, and beside what was sent.
    for (const place of [`#choice-${refund.id}`, 'dl dt'])
      await fadi.page.locator(place).getByText(words.next).waitFor();
    const deadline = await fadi.page.locator(`[title^="${words.lastDay}"]`).getAttribute('title');
    expect(deadline).toMatch(/Asia\/Jerusalem/);
    await looks(fadi, `in-doubt-${locale}-light`);
    await fadi.page.getByRole('button', { name: words.settled }).click();
    expect(await hasFocus(fadi, '[data-safe]')).toBe(true);
    const evidence = fadi.page.getByRole('textbox', { name: words.evidence });
    await evidence.fill('שורה 14 בדף החשבון, 21.11');
    await looks(fadi, `in-doubt-settle-${locale}-light`);
    // Neither Enter on the button that sends nor on the safe one states anything about money.
    const sent: string[] = [];
    fadi.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await fadi.page.getByRole('button', { name: words.propose }).press('Enter');
    expect(await evidence.inputValue()).not.toBe('');
    expect(sent).toEqual([]);
    await fadi.page.keyboard.press('Control+Enter');
    await fadi.page.getByText(words.proposed).first().waitFor();
    expect(sent).toHaveLength(1);
    expect((await shop.client.get(refund.id)).status).toBe('in_doubt');
    await fadi.open('/proposals');
    await fadi.page.getByText(words.own).waitFor();
    await leave(fadi);

    const faina = await people.signedIn('faina', '/proposals', { locale, scheme: 'dark' });
    await faina.page.getByRole('button', { name: words.confirm }).waitFor();
    await faina.page.getByText('שורה 14 בדף החשבון, 21.11').waitFor();
    await looks(faina, `proposal-${locale}-dark`);
    await faina.page.keyboard.press('KeyA');
    await faina.page.getByRole('group', { name: words.confirm }).waitFor();
    expect(await hasFocus(faina, '[data-safe]')).toBe(true);
    await looks(faina, `proposal-confirm-${locale}-dark`);
    await faina.page.keyboard.press('Control+Enter');
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([{ status: 'settled' }]);
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
    await leave(faina);
  });

  it('ask the gateway by one key, keep the focus while it lasts, and show what it says', async () => {
    const { refund } = await unknown();
    const other = await unknown();
    const seat = await people.signedIn('omer', '/', { scheme: 'dark' });
    // Page by page, as with many refunds: all are in the list, and of each a link opens it.
    await seat.page.route('**/v1/reviews?*limit=100*', (route) =>
      route.continue({ url: route.request().url().replace('limit=100', 'limit=1') }),
    );
    await seat.open(`/desk/in-doubt/${other.refund.id}`);
    await seat.page.locator(`#choice-${other.refund.id}[aria-selected=true]`).waitFor();
    await seat.page.keyboard.press('KeyK');
    await seat.page.locator(`#choice-${refund.id}[aria-selected=true]`).waitFor();
    await seat.page.getByText(WORDS.en.warning).waitFor();
    await looks(seat, 'in-doubt-en-dark');
    // Nothing is asked before the page said that it takes long, by a clock that the test moves on.
    await seat.page.clock.install();
    let go = (): void => undefined;
    await seat.page.route('**/lookups', async (route) => {
      await new Promise<void>((resolve) => (go = resolve));
      await route.continue();
    });
    const ask = seat.page.getByRole('button', { name: 'Ask the gateway now' });
    await ask.focus();
    await seat.page.keyboard.press('KeyL');
    await seat.page.getByRole('button', { name: 'Asking…' }).waitFor();
    expect(await hasFocus(seat, 'button[aria-disabled=true]')).toBe(true);
    await seat.page.clock.fastForward(LONG_MS);
    await seat.page.getByText('Still working, nothing is lost').waitFor();
    go();
    await shop.client.untilIs(refund.id, 'completed');
    await seat.open(`/refunds/${refund.id}?tab=money`);
    await seat.page.getByText('At the gateway', { exact: true }).waitFor();
    await looks(seat, 'money-en-dark');
    await leave(seat);
  });

  it.each(LANGUAGES)(
    'name the safe next steps of what needs a person, who takes it by one key, in %s',
    async (locale) => {
      const { refund } = await shop.ask({ faults: [{ action: 'decline' }] });
      await shop.client.untilIs(refund.id, 'needs_review');
      const seat = await people.signedIn('fadi', `/desk/review/${refund.id}`, { locale });
      await seat.page.getByText(WORDS[locale].declined).waitFor();
      await looks(seat, `review-${locale}-light`);
      await seat.page.keyboard.press('KeyT');
      await seat.page.getByText('fadi@demo.test').first().waitFor();
      if (locale === 'en') await payByBank(seat);
      // A link to the other desk still opens it.
      await seat.open(`/desk/in-doubt/${refund.id}`);
      await seat.page.locator('main h2 bdi').first().waitFor();
      await leave(seat);
    },
  );

  it.each(LANGUAGES)('begin at home, and stop money by one person in two clicks, in %s', async (locale) => {
    const seat = await people.signedIn('fadi', '/', { locale });
    await seat.page.locator('main li').first().waitFor();
    await looks(seat, `home-${locale}-light`);
    await leave(seat);

    const omer = await people.signedIn('omer', '/operations', { locale, scheme: 'dark' });
    await omer.page.locator('table').first().waitFor();
    await looks(omer, `operations-${locale}-dark`);
    const usual = omer.page.viewportSize();
    await omer.page.setViewportSize(TELEPHONE);
    await omer.page.locator('main ul dl dt').first().waitFor();
    expect([await omer.page.locator('table').count(), await axeFaults(omer.page)]).toEqual([0, []]);
    await omer.picture(`operations-narrow-${locale}-dark`);
    if (usual) await omer.page.setViewportSize(usual);
    const gateway = { he: /לעצור אצל .*Stripe/, en: /Stop at .*Stripe/ }[locale];
    if (locale === 'he') {
      await omer.page.getByRole('button', { name: gateway }).click();
      await omer.page.getByRole('button', { name: 'לעצור עכשיו' }).click();
      await omer.page
        .getByText(/Stripe.* עצור/)
        .first()
        .waitFor();
    } else
      await omer.page
        .getByText(/Stripe.* is stopped/)
        .first()
        .waitFor();
    // Operations stops money; that it moves again is for finance to propose.
    expect(await omer.page.getByRole('button', { name: /Let money move again|לאפשר/ }).count()).toBe(0);
    await looks(omer, `operations-stopped-${locale}-dark`);
    await leave(omer);
  });
});
