import type { Locale } from '@zikui/domain';
import type { ShownRefund } from '../e2e/client/merchant.client';
import { Shop, type Asked } from '../e2e/client/shop';
import { startStack, type TestStack } from '../environment/stack';
import { axeFaults } from './axe';
import { Console, type Seat } from './console';

/** The call moves the money, and nobody answers; look-ups stay away until somebody asks. */
const MOVED_UNSEEN = [{ action: 'commit_then_500' }, { action: 'webhook_never' }];
const LANGUAGES = ['he', 'en'] as const;
const WORDS = {
  he: {
    warning: 'אין לשלוח שוב לפני בירור',
    settled: 'לסמן שהכסף עבר…',
    evidence: 'על סמך מה',
    proposed: 'נדרש אישור של אדם שני',
    own: 'ההצעה הזו שלך',
    confirm: 'לאשר',
  },
  en: {
    warning: 'Do not send again before checking',
    settled: 'Mark as settled…',
    evidence: 'What you know it by',
    proposed: 'A second person has to confirm it',
    own: 'You proposed this',
    confirm: 'Confirm',
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
    await looks(fadi, `in-doubt-${locale}-light`);
    await fadi.page.getByRole('button', { name: words.settled }).click();
    await fadi.page.getByRole('textbox', { name: words.evidence }).fill('שורה 14 בדף החשבון, 21.11');
    await looks(fadi, `in-doubt-settle-${locale}-light`);
    await fadi.page.keyboard.press('Control+Enter');
    await fadi.page.getByText(words.proposed).first().waitFor();
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
    await looks(faina, `proposal-confirm-${locale}-dark`);
    await faina.page.keyboard.press('Control+Enter');
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([{ status: 'settled' }]);
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
    await leave(faina);
  });

  it('ask the gateway by one key, and show what it says', async () => {
    const { refund } = await unknown();
    const seat = await people.signedIn('omer', `/desk/in-doubt/${refund.id}`, { scheme: 'dark' });
    await seat.page.getByText(WORDS.en.warning).waitFor();
    await looks(seat, 'in-doubt-en-dark');
    await seat.page.keyboard.press('KeyL');
    await shop.client.untilIs(refund.id, 'completed');
    await leave(seat);
  });

  it.each(LANGUAGES)(
    'name the safe next steps of what needs a person, who takes it by one key, in %s',
    async (locale) => {
      const { refund } = await shop.ask({ faults: [{ action: 'decline' }] });
      await shop.client.untilIs(refund.id, 'needs_review');
      const seat = await people.signedIn('fadi', `/desk/review/${refund.id}`, { locale });
      await seat.page.locator('main h2').first().waitFor();
      await looks(seat, `review-${locale}-light`);
      await seat.page.keyboard.press('KeyT');
      await seat.page.getByText('fadi@demo.test').first().waitFor();
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
    const gateway = { he: /לעצור אצל .*stripe/, en: /Stop at .*stripe/ }[locale];
    if (locale === 'he') {
      await omer.page.getByRole('button', { name: gateway }).click();
      await omer.page.getByRole('button', { name: 'לעצור עכשיו' }).click();
      await omer.page
        .getByText(/stripe.* עצור/)
        .first()
        .waitFor();
    } else
      await omer.page
        .getByText(/stripe.* is stopped/)
        .first()
        .waitFor();
    await looks(omer, `operations-stopped-${locale}-dark`);
    await leave(omer);
  });
});
