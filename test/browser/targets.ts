import type { Page } from 'playwright-core';

/** As WCAG 2.2 asks of everything that somebody points at (2.5.8). */
const LEAST_PX = 24;

/** What can take the focus and is smaller than a target may be. Links within a sentence are as high as its line, and may be. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (least) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
        ),
      ]
        .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        // Out of the page until the focus is on it, as the way to the content is.
        .filter(({ box }) => box.bottom > 0)
        .filter(({ box }) => box.width < least || box.height < least)
        .filter(
          ({ one }) =>
            !(one.matches('a') && one.closest('p, li, td, dd') !== null && getComputedStyle(one).display === 'inline'),
        )
        .map(
          ({ one, box }) =>
            `${String(Math.round(box.width))} x ${String(Math.round(box.height))}: ${one.outerHTML.slice(0, 200)}`,
        ),
    LEAST_PX,
  );

/** A screen of 1280 x 800 at 200 % zoom. */
export const HALF_OF_A_SCREEN = { width: 640, height: 400 } as const;

/** A small telephone. */
export const TELEPHONE = { width: 320, height: 640 } as const;

/** Makes the page that narrow, and waits until it can be moved sideways no more: a table becomes a list once the page heard of it. */
export async function fit(page: Page, size: Readonly<{ width: number; height: number }>): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction((width) => document.documentElement.scrollWidth <= width, size.width);
}
