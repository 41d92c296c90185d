import type { Page } from 'playwright-core';
import type { Console } from '../../test/browser/console';
import { timed, type Budget } from './budgets';
import { watchFirstRow, watchKeys, type Watched } from './watched-inbox';

const VISITS = 5;
const STEPS = 60;
const OPENINGS = 10;
/** Long enough that the next item was read before it is opened. */
const READ_AHEAD_MS = 700;
const READY_MS = 1_000;
const KEY_MS = 100;
const KEY_REPEATS_MS = 33;
const MOST_ROWS = 60;
/** All pages are read, one after the other: so many milliseconds for each row. */
const END_MS_EACH = 1.5;
/** How far down a list people scroll, of ten thousand eight. */
const FAR = 0.8;
const ROW_PX = 64;
const WAIT_MS = 120_000;

/** The inbox of one person for whom very many steps wait. */
export async function measureInbox(people: Console, waiting: number): Promise<readonly Budget[]> {
  const ready: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) ready.push(await readyAfterData(people));
  const { page, leave } = await people.signedIn('lior', '/approvals');
  page.setDefaultTimeout(WAIT_MS);
  await page.locator('[role=option]').first().waitFor();
  await page.locator('main h2').first().waitFor();
  await page.evaluate(watchKeys);
  const keys = await pressAll(page);
  const opened = await openAll(page);
  const rowsNear = await page.locator('[role=option]').count();
  const far = await reachFar(page, waiting);
  await leave();
  return [
    ...timed('inboxReady', `inbox of ${String(waiting)} ready after its data`, ready, READY_MS),
    ...timed('inboxKey', 'J until the next row is painted as chosen', keys, KEY_MS),
    ...timed('inboxOpen', 'J until its evidence is painted, which was read before', opened, KEY_MS),
    ...timed('inboxEnd', 'End until the last row stands', [far.endMs], waiting * END_MS_EACH).slice(0, 1),
    {
      ...{ key: 'inboxRows', must: 'rows in the page', figure: Math.max(rowsNear, far.rows), limit: MOST_ROWS },
      ...{ unit: 'rows', kind: 'exact' },
    },
    {
      ...{
        key: 'inboxFaults',
        must: ['wrong places, sizes or lost choices far down the list', ...far.faults].join('; '),
      },
      ...{ figure: far.faults.length, limit: 0, unit: 'faults', kind: 'exact' },
    },
  ];
}

/** From the last byte of the first page until its first row was painted. */
async function readyAfterData(people: Console): Promise<number> {
  const { page, leave } = await people.signedIn('lior', '/approvals');
  await page.addInitScript(watchFirstRow);
  await page.reload();
  await page.waitForFunction(() => (globalThis as Watched).inboxWatch.firstRow > 0);
  const ms = await page.evaluate(() => {
    const read = performance.getEntriesByType('resource').find(({ name }) => name.includes('/v1/approvals?'));
    return (globalThis as Watched).inboxWatch.firstRow - (read as PerformanceResourceTiming).responseEnd;
  });
  await leave();
  return ms;
}

/** As a key that is held down. */
async function pressAll(page: Page): Promise<readonly number[]> {
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press('KeyJ');
    await page.waitForTimeout(KEY_REPEATS_MS);
  }
  await page.waitForFunction((count) => (globalThis as Watched).inboxWatch.keys.length >= count, STEPS);
  return page.evaluate(() => (globalThis as Watched).inboxWatch.keys);
}

async function openAll(page: Page): Promise<readonly number[]> {
  const opened: number[] = [];
  while (opened.length < OPENINGS) {
    await page.waitForTimeout(READ_AHEAD_MS);
    await page.evaluate(() => void ((globalThis as Watched).inboxWatch.opened.length = 0));
    await page.keyboard.press('KeyJ');
    await page.waitForFunction(() => (globalThis as Watched).inboxWatch.opened.length > 0);
    opened.push(await page.evaluate(() => (globalThis as Watched).inboxWatch.opened[0] ?? 0));
  }
  return opened;
}

type Far = Readonly<{ endMs: number; rows: number; faults: readonly string[] }>;

/** Goes to the last row by one key, then scrolls back to one far down: who is told which places and sizes, and what stays. */
async function reachFar(page: Page, waiting: number): Promise<Far> {
  const faults: string[] = [];
  const begun = performance.now();
  await page.keyboard.press('End');
  const last = page.locator(`[role=option][aria-posinset="${String(waiting)}"][aria-setsize="${String(waiting)}"]`);
  await last.waitFor();
  await page.locator('[role=option][aria-selected=true][aria-posinset="' + String(waiting) + '"]').waitFor();
  const endMs = performance.now() - begun;
  const place = Math.floor(waiting * FAR);
  const box = page.getByRole('listbox');
  await box.evaluate((element, top) => void (element.scrollTop = top), (place - 3) * ROW_PX);
  const row = page.locator(`[role=option][aria-posinset="${String(place)}"]`);
  await row.waitFor();
  if ((await row.getAttribute('aria-setsize')) !== String(waiting))
    faults.push(`row ${String(place)} tells another size`);
  const active = await box.getAttribute('aria-activedescendant');
  if (active === null || (await page.locator(`[id="${active}"]`).count()) !== 1)
    faults.push('the chosen row was taken out');
  const rows = await page.locator('[role=option]').count();
  await row.click();
  await page.locator(`[role=option][aria-selected=true][aria-posinset="${String(place)}"]`).waitFor();
  return { endMs, rows, faults };
}
