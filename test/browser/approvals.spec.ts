import { uuidOf, type Locale } from '@zikui/domain';
import type { Page } from 'playwright-core';
import type { ShownRefund } from '../e2e/client/merchant.client';
import { Shop, type Asking } from '../e2e/client/shop';
import { startStack, type TestStack } from '../environment/stack';
import { answerIsLost, approvalFaults } from './approval-faults';
import { withOthersAndErased } from './approval-others';
import { askForOneUnit } from './ask-for-one-unit';
import { axeFaults } from './axe';
import { Console, pressPlace, type Seat } from './console';
import { LOOKS, ONE_LOOK } from './looks';
import { tourOfStates } from './states';
import { fit, HALF_OF_A_SCREEN, smallTargets, TELEPHONE } from './targets';

/** Above what goes by itself, within what a lead may decide. */
const FOR_A_LEAD: Asking = { sale: { description: 'כוננית ספרים', category: 'furniture', price: 39_900 } };
const SLOW_PAGE_MS = 250;
const WORDS = {
  he: {
    told: /אושר/,
    conflict: 'השתנה בינתיים',
    empty: 'אין אישורים שמחכים לך',
    fourEyes: 'פתחת את הבקשה',
    decided: 'החלטות שלי',
  },
  en: {
    told: /Approved/,
    conflict: 'Changed meanwhile',
    empty: 'Nothing waits for you',
    fourEyes: 'You opened this',
    decided: 'Decided by me',
  },
} as const satisfies Readonly<Record<Locale, object>>;

describe('the approvals inbox', () => {
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

  async function waiting(asking: Asking = FOR_A_LEAD): Promise<ShownRefund> {
    const { refund } = await shop.ask({ ...FOR_A_LEAD, ...asking });
    return shop.client.untilIs(refund.id, 'awaiting_approval');
  }
  const openedIn = (page: Page): string => /rf_[0-9a-f]{32}/.exec(page.url())?.[0] ?? '';
  async function press(page: Page, locale: Locale, code: 'KeyA' | 'KeyJ' | 'KeyR'): Promise<void> {
    if (locale === 'en') await page.keyboard.press(code);
    else await pressPlace(page, code, { KeyA: 'ש', KeyJ: 'ח', KeyR: 'ר' }[code]);
  }
  /** Approves what is open, by two strokes, and waits for what comes next. */
  async function approveOpen({ page }: Seat, locale: Locale): Promise<string> {
    await page.waitForURL(/rf_[0-9a-f]{32}/);
    const id = openedIn(page);
    const evidence = page.locator('section:not([inert])');
    await evidence.getByRole('button', { name: locale === 'he' ? 'לאשר החזר' : 'Approve refund' }).waitFor();
    await press(page, locale, 'KeyA');
    await page.getByRole('group').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction((before) => !location.pathname.includes(before), id);
    return id;
  }

  /** As it would stand after its quote changed. */
  const becomes = ({ id }: ShownRefund, snapshotHash: string): Promise<unknown> => {
    const values = [uuidOf('refund', id), snapshotHash];
    return stack.database.write((tx) => tx.query('UPDATE refund SET snapshot_hash = $2 WHERE id = $1', values));
  };

  /** Goes one on and then to the very last one, whose page is a slow one of many that are still to be read. */
  async function goToTheLast({ page }: Seat, count: number): Promise<void> {
    await page.route('**/v1/approvals?*', async (route) => {
      const address = new URL(route.request().url());
      address.searchParams.set('limit', '3');
      await new Promise((resolve) => setTimeout(resolve, SLOW_PAGE_MS));
      await route.continue({ url: address.href });
    });
    await page.reload();
    await page.locator('[role=option]').first().waitFor();
    await press(page, 'he', 'KeyJ');
    await page.keyboard.press('End');
    await page.locator(`[role=option][aria-selected=true][aria-posinset="${String(count)}"]`).waitFor();
    await page.unroute('**/v1/approvals?*');
    await page.keyboard.press('Home');
    const first = page.locator('[role=option][aria-selected=true][aria-posinset="1"]');
    const id = /rf_[0-9a-f]{32}/.exec((await first.getAttribute('id')) ?? '')?.[0] ?? '';
    await page.waitForURL(`**/${id}/1`);
  }

  /** What was decided last stands first, with what it was decided on, and nothing more to decide. */
  async function readDecided({ page, picture }: Seat, locale: Locale, last: string): Promise<void> {
    await page.getByRole('link', { name: WORDS[locale].decided }).click();
    await page.waitForURL(`**/${last}/1?view=decided`);
    await page.locator(`[role=option][aria-posinset="1"][id*="${last}"][aria-selected=true]`).waitFor();
    await page.locator('main h2').first().waitFor();
    expect(await page.locator('button[aria-keyshortcuts=A]').count()).toBe(0);
    expect(await page.locator('main ul a[aria-current]').allTextContents()).toEqual([WORDS[locale].decided]);
    expect(await axeFaults(page)).toEqual([]);
    await picture(`approvals-decided-${locale}`);
  }

  it.each([
    ['ten', 'he', 10],
    ['three', 'en', 3],
  ] as const)('lets a lead approve %s by keyboard alone, in %s', async (_, locale, count) => {
    const asked = await Promise.all(Array.from({ length: count }, () => waiting()));
    const seat = await people.signedIn('lior', '/approvals', { locale });
    if (locale === 'he') await goToTheLast(seat, count);
    const approved: string[] = [];
    while (approved.length < count) approved.push(await approveOpen(seat, locale));
    await seat.page.getByText(WORDS[locale].empty).waitFor();
    expect(approved.toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
    for (const { id } of asked) {
      const { approval } = await shop.client.untilIs(id, 'completed');
      expect(approval.steps[0]?.decision).toMatchObject({
        actor: 'staff:lior@demo.test',
        outcome: 'approve',
        role: 'lead',
      });
    }
    await readDecided(seat, locale, approved.at(-1) ?? '');
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it('reminds of a request later, by keyboard, in every tab at once, without moving its deadline', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const seat = await people.signedIn('lior', `/approvals/${first.id}/1`);
    const { page } = seat;
    const tab = await seat.context.newPage();
    await tab.goto(`/console/approvals/${second.id}/1`);
    await tab.locator(`[role=option][id*="${first.id}"]`).waitFor();
    await page.bringToFront();
    const dueAt = async (): Promise<string | null> =>
      (await shop.client.get(first.id)).approval.steps[0]?.dueAt ?? null;
    const before = await dueAt();
    await page.getByRole('button', { name: 'Approve refund' }).waitFor();
    await page.keyboard.press('KeyS');
    await page.getByRole('button', { name: /In an hour/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('approvals-remind-en-light');
    await page.keyboard.press('Enter');
    for (const shown of [page, tab])
      await shown.locator(`[role=option][id*="${first.id}"]`).waitFor({ state: 'detached' });
    await tab.close();
    expect(await dueAt()).toBe(before);
    await page.getByRole('link', { name: 'To be reminded of' }).click();
    await page.locator(`[role=option][id*="${first.id}"]`).click();
    await page.waitForURL(`**/${first.id}/1?view=reminded`);
    await page.getByRole('button', { name: 'Approve refund' }).waitFor();
    await page.keyboard.press('KeyS');
    await page.getByRole('button', { name: 'Show it in my list again' }).click();
    await page.locator(`[role=option][id*="${first.id}"]`).waitFor({ state: 'detached' });
    await seat.open('/approvals');
    await page.locator(`[role=option][id*="${first.id}"]`).waitFor();
    expect(seat.faults()).toEqual([]);
    await seat.leave();
    for (const refund of [first, second]) await shop.client.decide(refund, { outcome: 'reject' });
  });

  it('tells who was faster, in place, and goes on from there', async () => {
    const refund = await waiting();
    const seat = await people.signedIn('lior', `/approvals/${refund.id}/1`);
    const { page } = seat;
    await page.getByRole('button', { name: 'Approve refund' }).waitFor();
    await page.keyboard.press('KeyA');
    await page.getByRole('group').waitFor();
    await shop.client.decide(refund, { outcome: 'reject' });
    await page.keyboard.press('Control+Enter');
    const card = page.getByRole('region', { name: WORDS.en.conflict });
    await card.getByText('Rejected by').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('approvals-conflict-en-light');
    await card.getByRole('button').click();
    await card.waitFor({ state: 'detached' });
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it('says to whoever opened a request that somebody else decides, and who can', async () => {
    const sold = await shop.sell(FOR_A_LEAD.sale);
    const seat = await people.signedIn('fadi');
    const refundId = await seat.page.evaluate(askForOneUnit, sold.saleRef);
    await shop.client.untilIs(refundId, 'awaiting_approval');
    await seat.open(`/approvals/${refundId}/1`);
    await seat.page.getByText(WORDS.en.fourEyes).waitFor();
    await seat.page.getByText('lior@demo.test').first().waitFor();
    await seat.picture('approvals-four-eyes-en-light');
    await seat.page.keyboard.press('KeyA');
    expect(await seat.page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
    expect((await shop.client.get(refundId)).status).toBe('awaiting_approval');
    expect(seat.faults()).toEqual([]);
    await seat.leave();
  });

  it('approves and rejects several together once the sum that the server says is typed, and tells of each', async () => {
    const [one, two, three, four, late] = await Promise.all([waiting(), waiting(), waiting(), waiting(), waiting()]);
    const seat = await people.signedIn('lior', '/approvals');
    const { page } = seat;
    const choose = async (...refunds: readonly ShownRefund[]): Promise<void> => {
      for (const { id } of refunds) {
        await page.locator(`[role=option][id*="${id}"]`).click();
        await page.waitForURL(`**/${id}/1`);
        await page.keyboard.press('KeyX');
      }
    };
    const chosen = page.getByRole('region', { name: 'Chosen requests' });
    const sum = page.getByRole('textbox', { name: /Type the sum/ });
    const results = page.getByRole('status', { name: 'What became of each' });
    await choose(one, two);
    await chosen.getByRole('button', { name: /Approve together/ }).click();
    await chosen.getByText('798.00').waitFor();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-safe'))).toBe(true);
    await sum.fill('797.99');
    expect(await page.getByRole('button', { name: /^Approve .?2/ }).getAttribute('aria-disabled')).toBe('true');
    await sum.fill('798.00');
    await page.keyboard.press('Enter');
    expect(await results.count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await results.waitFor({ state: 'attached' });
    expect(await results.getByText(/^(approved|recorded)/).count()).toBe(2);
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('approvals-together-en-light');
    await results.getByRole('button', { name: 'Close' }).click();

    await choose(three, four, late);
    await chosen.getByText('1,197.00').waitFor();
    await becomes(late, 'c'.repeat(64));
    await chosen.getByRole('button', { name: /Reject together/ }).click();
    await page.getByRole('combobox', { name: 'Reason' }).selectOption('claim_not_confirmed');
    expect(await page.getByRole('textbox', { name: /Text to the customer/ }).inputValue()).toMatch(/[א-ת]/);
    await chosen.getByText('One is left out').waitFor();
    await sum.fill('798.00');
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('approvals-reject-together-en-light');
    // They arrive and leave the list, and their answer does not: what was sent is asked about as it was.
    await page.route('**/v1/approvals/decisions', answerIsLost, { times: 1 });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Check what happened' }).click();
    await results.waitFor({ state: 'attached' });
    expect(await results.getByText(/^(rejected|recorded)/).count()).toBe(2);
    for (const { id } of [three, four]) await shop.client.untilIs(id, 'rejected');
    expect((await shop.client.get(late.id)).status).toBe('awaiting_approval');
    expect(seat.faults().filter((fault) => !/net::ERR_/.test(fault))).toEqual([]);
    await seat.leave();
    await becomes(late, late.snapshotHash);
    await shop.client.decide(late, { outcome: 'reject' });
  });

  it('rejects with a reason and a text in the language of the customer, which is shown before it is sent', async () => {
    const refund = await waiting();
    const seat = await people.signedIn('lior', `/approvals/${refund.id}/1`);
    const { page } = seat;
    await page.getByRole('button', { name: 'Approve refund' }).waitFor();
    await page.keyboard.press('KeyR');
    await page.getByRole('combobox').selectOption('claim_not_confirmed');
    expect(await page.getByRole('textbox', { name: /Text to the customer/ }).inputValue()).toMatch(/[א-ת]/);
    expect(await axeFaults(page)).toEqual([]);
    await seat.picture('approvals-reject-en-light');
    await page.keyboard.press('Control+Enter');
    await shop.client.untilIs(refund.id, 'rejected');
    await seat.leave();
  });

  describe('when something goes wrong', () => {
    approvalFaults(() => ({
      ...{ stack, people, waiting, decide: (refund) => shop.client.decide(refund) },
      untilTold: ({ id }) => shop.client.toldUntil(id, 'completed'),
    }));
  });

  describe('shows what else there is to know', () => {
    withOthersAndErased(() => ({ stack, people, waiting }));
  });

  describe('looks as it must', () => {
    let refund: ShownRefund;
    beforeAll(async () => {
      refund = await waiting();
    });

    it.each(LOOKS)('in $locale and $scheme: no rule of accessibility or policy is broken', async (look) => {
      const seat = await people.signedIn('lior', `/approvals/${refund.id}/1`, look);
      const { page } = seat;
      await page.locator('main h2').first().waitFor();
      expect([await axeFaults(page), await smallTargets(page)]).toEqual([[], []]);
      await seat.picture(`approvals-${look.locale}-${look.scheme}`);
      await press(page, look.locale, 'KeyA');
      await page.getByRole('group').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await seat.picture(`approvals-confirm-${look.locale}-${look.scheme}`);
      expect(seat.faults()).toEqual([]);
      await seat.leave();
    });

    it.each(ONE_LOOK)('in each of its states, and with what lies over it, in $locale and $scheme', async (look) => {
      const seat = await people.signedIn('lior', '/', look);
      await tourOfStates(seat, look.locale, refund.id);
      await seat.leave();
    });

    it.each(['he', 'en'] as const)('fits 320 pixels without moving sideways, in %s', async (locale) => {
      const seat = await people.signedIn('lior', `/approvals/${refund.id}/1`, {
        locale,
        size: TELEPHONE,
      });
      await seat.page.locator('main h2').first().waitFor();
      await seat.picture(`approvals-narrow-${locale}`);
      await fit(seat.page, TELEPHONE);
      await fit(seat.page, HALF_OF_A_SCREEN);
      await seat.picture(`approvals-zoomed-${locale}`);
      await seat.leave();
    });
  });
});
