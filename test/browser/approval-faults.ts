import { uuidOf } from '@zikui/domain';
import type { Page, Route } from 'playwright-core';
import type { ShownRefund } from '../e2e/client/merchant.client';
import type { TestStack } from '../environment/stack';
import type { Console, Seat } from './console';

export type Desk = Readonly<{
  stack: TestStack;
  people: Console;
  /** A refund that waits for a lead. */ waiting: () => Promise<ShownRefund>;
  /** Decides it beside the page, by a key. */ decide: (refund: ShownRefund) => Promise<Readonly<{ status: number }>>;
}>;

const DECISIONS = '**/v1/refunds/*/decisions';
/** What Chromium notes of failures that a flow makes on purpose. */
const ON_PURPOSE = /net::ERR_|status of 500/;
const BROKEN = { code: 'internal_error', status: 500, title: 'Internal error', detail: 'Something broke on our side.' };

/** What may go wrong while somebody decides: the step is decided once, and what he typed is still there. */
export function approvalFaults(desk: () => Desk): void {
  const decisionsOf = async (refund: ShownRefund): Promise<number> => {
    const sql = 'SELECT count(*)::int AS count FROM decision WHERE refund_id = $1';
    const [row] = await desk().stack.database.read((tx) =>
      tx.query<{ count: number }>(sql, [uuidOf('refund', refund.id)]),
    );
    return row?.count ?? 0;
  };
  const openAt = (refund: ShownRefund): Promise<Seat> => desk().people.signedIn('lior', `/approvals/${refund.id}/1`);
  const leave = async (seat: Seat): Promise<void> => {
    expect(seat.faults().filter((fault) => !ON_PURPOSE.test(fault))).toEqual([]);
    await seat.leave();
  };
  const untilGone = (page: Page, { id }: ShownRefund): Promise<unknown> =>
    page.waitForFunction((before) => !location.pathname.includes(before), id);

  it('asks again by the same key when no answer came, and decides once', async () => {
    const faults: readonly (readonly [string, (route: Route) => Promise<void>])[] = [
      ['Check what happened', async (route) => void (await route.fetch(), await route.abort())],
      ['Check what happened', (route) => route.abort()],
      [
        'Approve refund',
        (route) => route.fulfill({ status: 500, json: BROKEN, contentType: 'application/problem+json' }),
      ],
    ];
    const refunds = await Promise.all(faults.map(() => desk().waiting()));
    for (const [index, [again, fault]] of faults.entries()) {
      const refund = refunds[index] as ShownRefund;
      const seat = await openAt(refund);
      const { page } = seat;
      const keys: (string | undefined)[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/decisions'))
          keys.push(request.headers()['idempotency-key']);
      });
      await page.route(DECISIONS, fault, { times: 1 });
      await ready(page);
      await page.keyboard.press('KeyA');
      await page.getByRole('group').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('group').getByRole('button', { name: again }).waitFor();
      await page.locator('[role=alert]:has(svg)').waitFor();
      expect(page.url()).toContain(refund.id);
      await page.keyboard.press('Control+Enter');
      await untilGone(page, refund);
      expect(keys).toEqual([expect.any(String), keys[0]]);
      expect(await decisionsOf(refund)).toBe(1);
      await leave(seat);
    }
  });

  it('decides once by a double click, and once in two tabs of which the slower one is told', async () => {
    const [twice, shared] = await Promise.all([desk().waiting(), desk().waiting()]);
    const seat = await openAt(twice);
    const { page } = seat;
    await ready(page);
    await page.keyboard.press('KeyA');
    await page
      .getByRole('group')
      .getByRole('button', { name: /^Approve/ })
      .dblclick();
    await untilGone(page, twice);
    expect(await decisionsOf(twice)).toBe(1);

    const tabs = [page, await seat.context.newPage()];
    for (const tab of tabs) {
      await tab.goto(`/console/approvals/${shared.id}/1`);
      await ready(tab);
      await tab.keyboard.press('KeyA');
      await tab.getByRole('group').waitFor();
    }
    await Promise.all(tabs.map((tab) => tab.keyboard.press('Control+Enter')));
    await Promise.any(tabs.map((tab) => tab.getByRole('region', { name: 'Changed meanwhile' }).waitFor()));
    expect(await decisionsOf(shared)).toBe(1);
    await leave(seat);
  });

  it('shows what was read beside what is now, and keeps what was typed', async () => {
    const refund = await desk().waiting();
    const seat = await openAt(refund);
    const { page } = seat;
    await ready(page);
    await page.keyboard.press('KeyR');
    await page.getByRole('combobox').selectOption('claim_not_confirmed');
    const note = page.getByRole('textbox', { name: /Text to the customer/ });
    await note.fill('נבדק פעמיים.');
    await desk().stack.database.write((tx) => tx.query(CHEAPER, [uuidOf('refund', refund.id)]));
    await page.keyboard.press('Control+Enter');
    const card = page.getByRole('region', { name: 'Changed meanwhile' });
    await card.getByText('Now it is').waitFor();
    expect((await card.innerText()).replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')).toMatch(/399\.00[^]*389\.00/);
    await seat.picture('approvals-snapshot-changed-en-light');
    await card.getByRole('button').click();
    await card.waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('נבדק פעמיים.');
    expect(await decisionsOf(refund)).toBe(0);
    await note.press('Control+Enter');
    await untilGone(page, refund);
    expect(await decisionsOf(refund)).toBe(1);
    await leave(seat);
  });

  it('says that live updates are paused, and is right again once they come', async () => {
    const [refund, other] = await Promise.all([desk().waiting(), desk().waiting()]);
    const seat = await openAt(refund);
    const { page, context } = seat;
    const row = page.locator(`[role=option][id*="${other.id}"]`);
    await row.waitFor();
    await page.route('**/v1/stream*', (route) => route.abort());
    await context.setOffline(true);
    const paused = page.getByText('Live updates paused');
    await paused.waitFor({ timeout: 20_000 });
    const { status } = await desk().decide(other);
    expect(status).toBeLessThan(300);
    expect(await row.count()).toBe(1);
    await page.unroute('**/v1/stream*');
    await context.setOffline(false);
    await paused.waitFor({ state: 'detached', timeout: 20_000 });
    await row.waitFor({ state: 'detached' });
    await leave(seat);
  });

  it('tells how long is left by the clock of the server, however wrong that of the machine is', async () => {
    const refund = await desk().waiting();
    const told: string[] = [];
    for (const wrongMs of [0, 3 * 3_600_000]) {
      const seat = await openAt(refund);
      await seat.page.clock.setSystemTime(Date.now() + wrongMs);
      await seat.page.reload();
      await ready(seat.page);
      told.push(await seat.page.locator(`[role=option][id*="${refund.id}"] time`).innerText());
      await leave(seat);
    }
    expect(told[1]).toBe(told[0]);
  });
}

async function ready(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Approve refund/ }).waitFor();
}

/** Ten shekels less, as when a repair of the quote made it so: what was read is no more what would be decided. */
const CHEAPER = `UPDATE refund SET payout = payout - 1000, fee = fee + 1000, snapshot_hash = repeat('c', 64) WHERE id = $1`;
