import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { wordFaults } from './crawl';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every rule of WCAG 2.2 AA, and of good practice, that the page breaks, each with the elements that break it; and whatever stands on it that no reader may meet. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // Evaluated from outside, as a debugger does: the page's own policy stays as it is.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run: (of: Document, how: object) => Promise<AxeResults> } }).axe.run(
        document,
        {
          runOnly: values,
        },
      ),
    RULES,
  );
  const broken = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
  return [...broken, ...(await wordFaults(page))];
}
