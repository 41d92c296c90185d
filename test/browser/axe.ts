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
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' });
  await page.evaluate(endTransitions);
  const otherwise = await brokenRules(page, COLOURS);
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  const inOther = otherwise.map((fault) => `${isDark ? 'light' : 'dark'}: ${fault}`);
  return [...broken, ...inOther, ...(await wordFaults(page))];
}

/** Runs in the page: colours that are still on their way from one scheme to the other arrive. */
function endTransitions(): void {
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
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
