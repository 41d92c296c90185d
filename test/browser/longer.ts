import type { Page } from 'playwright-core';

/**
 * Makes every text of the page 40 % longer, as another language may be, and tells what that breaks: the page moves
 * sideways, or a button, link, heading or badge cuts its words off. Values (`<bdi>`) stay as they are.
 */
export const brokenByLongerTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = nodes.nextNode(); node; node = nodes.nextNode())
      if (node instanceof Text && !node.parentElement?.closest('bdi, script, style, [hidden], kbd')) texts.push(node);
    for (const node of texts) {
      const text = node.data.trim();
      if (text === '') continue;
      const more = `${text} `
        .repeat(2)
        .slice(0, Math.ceil(text.length * 0.4))
        .trim();
      node.data = `${node.data.trimEnd()} ${more}`;
    }
    const width = document.documentElement.clientWidth;
    const sideways =
      document.documentElement.scrollWidth > width
        ? [`sideways: ${document.documentElement.scrollWidth} > ${width}`]
        : [];
    const cut = [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, [class*=badge], label, dt')]
      .filter(
        (one) => one.offsetParent !== null && !one.classList.contains('for-readers') && !one.classList.contains('skip'),
      )
      .filter((one) => getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `cut: ${one.outerHTML.slice(0, 160)}`);
    return [...sideways, ...cut];
  });
