import type { Page } from 'playwright-core';

/** Refusals that a page shows to its reader; Chromium notes each as a failed load. */
const SHOWN_REFUSALS = /the server responded with a status of (401|403|409)/;

/** A form asks for its draft; that nobody kept one is no fault, though Chromium notes it. */
const NO_DRAFT = /\/v1\/refund-drafts\/[^/]+$/;

/** What a page must never do. Begin before it opens anything; empty = it kept all rules. */
export async function watch(page: Page, own: string): Promise<() => readonly string[]> {
  const faults: string[] = [];
  await page.exposeFunction('zikuiPolicyReport', (report: string) => void faults.push(`content policy: ${report}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const report = `${violatedDirective} ${blockedURI} ${sourceFile}`;
      void (globalThis as unknown as { zikuiPolicyReport: (report: string) => Promise<void> }).zikuiPolicyReport(
        report,
      );
    });
  });
  page.on('pageerror', (error) => void faults.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    const isNoted = message.type() === 'error' || message.type() === 'warning';
    // The provider's page, on the way through a sign-in, is not ours.
    const { url } = message.location();
    const isOurs = url.startsWith(own) && !NO_DRAFT.test(url);
    if (isNoted && isOurs && !SHOWN_REFUSALS.test(message.text())) faults.push(`console: ${message.text()} ${url}`);
  });
  return () => faults;
}
