import type { Page } from 'playwright-core';

/**
 * What no reader may meet on a page: names of programs (`awaiting_return`), `undefined`, `NaN`, `[object`, keys of texts
 * (`a.b.c`), and amounts that stand outside of an isolate, where words of the other direction turn them over. What a page
 * isolates (`<bdi>`, FSI … PDI) is a value and may look as it likes, and so may code, quotes of people and keys to press.
 */
export const wordFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const VALUES = 'bdi, code, pre, kbd, q, blockquote, textarea, option, script, style, [data-isolated]';
    const RULES: readonly (readonly [string, RegExp])[] = [
      ['a name of programs', /(?<![\w@/.-])[a-z]+(?:_[a-z]+)+(?![\w/])/],
      ['a key of a text', /(?<![\w@/.-])[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+(?![\w@/])/],
      ['an amount that is not isolated', /[₪$€£¥]\s?-?\d|\d\s?[₪€]|\d\s(?:ILS|USD|EUR|GBP)\b/],
    ];
    const NOWHERE = /undefined|\bNaN\b|\[object/;
    const found = new Set<string>();
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, [hidden]')) continue;
      const text = node.textContent ?? '';
      if (NOWHERE.test(text)) found.add(`a defect: ${text.trim()}`);
      if (parent.closest(VALUES)) continue;
      const bare = text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, '');
      for (const [name, rule] of RULES) if (rule.test(bare)) found.add(`${name}: ${bare.trim()}`);
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], img[alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = one.getAttribute(name) ?? '';
        if (NOWHERE.test(text)) found.add(`a defect in ${name}: ${text}`);
      }
    return [...found];
  });
