import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { wordFaults } from './crawl';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ALL: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What can differ between light and dark. */
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * Every rule of WCAG 2.2 AA, and of good practice, that the page breaks, each with the elements that break it, in light and
 * in dark; and whatever stands on it that no reader may meet. Leaves the page as it looked.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // Evaluated from outside, as a debugger does: the page's own policy stays as it is.
  await page.evaluate(AXE);
  const broken = await brokenRules(page, ALL);
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await lookIn(page, isDark ? 'light' : 'dark');
  const otherwise = await brokenRules(page, COLOURS);
  await lookIn(page, isDark ? 'dark' : 'light');
  const inOther = otherwise.map((fault) => `${isDark ? 'light' : 'dark'}: ${fault}`);
  return [...broken, ...inOther, ...(await wordFaults(page))];
}

async function lookIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(twoFrames);
}

/** Runs in the page: which scheme is asked for is heard at the next frame, and drawn at the one after it. */
async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function brokenRules(page: Page, options: RunOptions): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    (how) =>
      (globalThis as unknown as { axe: { run: (of: Document, how: object) => Promise<AxeResults> } }).axe.run(
        document,
        how,
      ),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
