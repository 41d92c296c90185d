import { uuidOf } from '@zikui/domain';
import type { Page, Route } from 'playwright-core';
import type { ShownRefund } from '../e2e/client/merchant.client';
import type { TestStack } from '../environment/stack';
import type { Console, Seat } from './console';

export type Desk = Readonly<{
  stack: TestStack;
  people: Console;
  /** A refund that waits for a lead. */ waiting: () => Promise<ShownRefund>;
  /** Waits until the feed of events has told that it waits no more. */ untilTold: (
    refund: ShownRefund,
  ) => Promise<unknown>;
  /** Decides it beside the page, by a key. */ decide: (refund: ShownRefund) => Promise<Readonly<{ status: number }>>;
}>;

/** Of a machine on which much else runs. */
const LONGEST_MS = 20_000;
/** Ten shekels. */
const CHEAPER = 1_000;
const WRONG_MS = 3 * 3_600_000;
const STREAM = '**/v1/stream*';
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
  /** As a change of the quote would leave it. */
  const becomes = (refund: ShownRefund, by: number, snapshotHash: string): Promise<unknown> => {
    const sql = 'UPDATE refund SET payout = $2, fee = $3, snapshot_hash = $4 WHERE id = $1';
    const { payout, fee } = refund;
    const values = [uuidOf('refund', refund.id), payout.amount + by, fee.amount - by, snapshotHash];
    return desk().stack.database.write((tx) => tx.query(sql, values));
  };
  /** A lead before that refund, for as long as the flow lasts. */
  const at = async (refund: ShownRefund, flow: (seat: Seat) => Promise<void>): Promise<void> => {
    const seat = await desk().people.signedIn('lior', `/approvals/${refund.id}/1`);
    try {
      await ready(seat.page);
      await flow(seat);
      expect(seat.faults().filter((fault) => !ON_PURPOSE.test(fault))).toEqual([]);
    } finally {
      await seat.leave();
    }
  };
  const untilGone = (page: Page, { id }: ShownRefund): Promise<unknown> =>
    page.waitForFunction((before) => !location.pathname.includes(before), id);

  it('asks again by the same key when no answer came, and decides once', async () => {
    const faults: readonly (readonly [string, (route: Route) => Promise<void>])[] = [
      ['Check what happened', answerIsLost],
      ['Check what happened', (route) => route.abort()],
      [
        'Approve refund',
        (route) => route.fulfill({ status: 500, json: BROKEN, contentType: 'application/problem+json' }),
      ],
    ];
    const refunds = await Promise.all(faults.map(() => desk().waiting()));
    for (const [index, [again, fault]] of faults.entries()) {
      const refund = refunds[index] as ShownRefund;
      await at(refund, async ({ page }) => {
        const keys: (string | undefined)[] = [];
        page.on('request', (request) => {
          if (request.method() === 'POST' && request.url().endsWith('/decisions'))
            keys.push(request.headers()['idempotency-key']);
        });
        await page.route(DECISIONS, fault, { times: 1 });
        await page.keyboard.press('KeyA');
        await page.getByRole('group').waitFor();
        await page.keyboard.press('Control+Enter');
        await page.getByRole('region', { name: 'The open request' }).getByRole('alert').waitFor();
        await page.getByRole('group').getByRole('button', { name: again }).waitFor();
        expect(page.url()).toContain(refund.id);
        await page.keyboard.press('Control+Enter');
        await untilGone(page, refund);
        expect(keys).toEqual([expect.any(String), keys[0]]);
        expect(await decisionsOf(refund)).toBe(1);
      });
    }
  });

  it('decides once by a double click, and once in two tabs of which the slower one is told', async () => {
    const [twice, shared] = await Promise.all([desk().waiting(), desk().waiting()]);
    await at(twice, async ({ page, context }) => {
      await page.keyboard.press('KeyA');
      await page
        .getByRole('group')
        .getByRole('button', { name: /^Approve/ })
        .dblclick();
      await untilGone(page, twice);
      expect(await decisionsOf(twice)).toBe(1);

      const tabs = [page, await context.newPage()];
      for (const tab of tabs) {
        await tab.bringToFront();
        await tab.goto(`/console/approvals/${shared.id}/1`);
        await ready(tab);
        await tab.keyboard.press('KeyA');
        await tab.getByRole('group').waitFor();
      }
      await Promise.all(tabs.map((tab) => tab.keyboard.press('Control+Enter')));
      await Promise.any(tabs.map((tab) => tab.getByRole('region', { name: 'Changed meanwhile' }).waitFor()));
      expect(await decisionsOf(shared)).toBe(1);
    });
  });

  it('shows what was read beside what is now, and keeps what was typed', async () => {
    const refund = await desk().waiting();
    await at(refund, async ({ page, picture }) => {
      await page.keyboard.press('KeyR');
      await page.getByRole('combobox').selectOption('claim_not_confirmed');
      const note = page.getByRole('textbox', { name: /Text to the customer/ });
      await note.fill('נבדק פעמיים.');
      await becomes(refund, -CHEAPER, 'c'.repeat(64));
      await page.keyboard.press('Control+Enter');
      const card = page.getByRole('region', { name: 'Changed meanwhile' });
      await card.getByText('Now it is').waitFor();
      expect((await card.innerText()).replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')).toMatch(/399\.00[^]*389\.00/);
      await picture('approvals-snapshot-changed-en-light');
      // Back to what its process knows of: the last word is that of the process.
      await becomes(refund, 0, refund.snapshotHash);
      await card.getByRole('button').click();
      await card.waitFor({ state: 'detached' });
      expect(await note.inputValue()).toBe('נבדק פעמיים.');
      expect(await decisionsOf(refund)).toBe(0);
      await note.press('Control+Enter');
      await untilGone(page, refund);
      expect(await decisionsOf(refund)).toBe(1);
    });
  });

  it('says that live updates are paused, and is right again once they come', async () => {
    const [refund, other] = await Promise.all([desk().waiting(), desk().waiting()]);
    await at(refund, async ({ page }) => {
      const row = page.locator(`[role=option][id*="${other.id}"]`);
      const paused = page.getByText('Live updates paused');
      await page.route(STREAM, (route) => route.abort());
      await page.reload();
      await row.waitFor();
      await paused.waitFor();
      expect((await desk().decide(other)).status).toBeLessThan(300);
      await page.unroute(STREAM);
      await paused.waitFor({ state: 'detached' });
      await row.waitFor({ state: 'detached' });
    });
  });

  it('shows what came between its first reading and its first live update', async () => {
    const [refund, other] = await Promise.all([desk().waiting(), desk().waiting()]);
    await at(refund, async ({ page }) => {
      const row = page.locator(`[role=option][id*="${other.id}"]`);
      const opening = new Promise<Route>((hold) => void page.route(STREAM, (route) => hold(route), { times: 1 }));
      await page.reload();
      await row.waitFor();
      expect((await desk().decide(other)).status).toBeLessThan(300);
      await desk().untilTold(other);
      await (await opening).continue();
      await row.waitFor({ state: 'detached' });
    });
  });

  it('tells how long is left by the clock of the server, however wrong that of the machine is', async () => {
    const refund = await desk().waiting();
    await at(refund, async ({ page }) => {
      const due = page.locator(`[role=option][id*="${refund.id}"] time`);
      const toldAt = async (ms: number): Promise<string> => {
        await page.clock.setSystemTime(ms);
        await page.reload();
        await ready(page);
        return due.innerText();
      };
      const before = await toldAt(Date.now());
      const told = await toldAt(Date.now() + WRONG_MS);
      // A minute may have passed meanwhile.
      expect([before, await toldAt(Date.now())]).toContain(told);
    });
  });
}

/** The server gets it, and nobody learns what it said. */
export async function answerIsLost(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

async function ready(page: Page): Promise<void> {
  page.setDefaultTimeout(LONGEST_MS);
  await page
    .locator('section:not([inert])')
    .getByRole('button', { name: /^Approve refund/ })
    .waitFor();
}
