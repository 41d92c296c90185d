export type TextPart = Readonly<{ text: string; isValue: boolean }>;

/** A word with a digit in it, and the currency that stands beside an amount. */
const WORD = /[^\s\u00a0]*\d[^\s\u00a0]*(?:\u00a0[^\s\d]+)?/gu;
const PARTS = /^([^\dA-Za-z₪$€£¥\u200e\u200f-]*)(.*?)([.,;:)]*)$/su;

/**
 * A whole sentence, cut where its numbers, amounts, dates and ids begin and end: whoever shows it isolates the values,
 * lest they turn in a sentence of the other direction. The parts together are the sentence.
 */
export function isolatedParts(sentence: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  const add = (text: string, isValue = false): void => {
    if (text !== '') parts.push({ text, isValue });
  };
  let at = 0;
  for (const match of sentence.matchAll(WORD)) {
    const [, before = '', word = '', after = ''] = PARTS.exec(match[0]) ?? [];
    add(sentence.slice(at, match.index) + before);
    add(word, true);
    add(after);
    at = match.index + match[0].length;
  }
  add(sentence.slice(at));
  return parts;
}
