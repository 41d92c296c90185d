import type { Locale } from '@zikui/domain';

const LRI = '\u2066';
const FSI = '\u2068';
const PDI = '\u2069';
const LRM = '\u200e';
const RLM = '\u200f';
/** Embeddings, overrides and isolates: inside a value they could turn the rest of the sentence round. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** A value on one line: no line break can end a header or a row early. */
export const oneLine = (value: string): string => value.replace(CONTROLS, ' ').trim();
/** A value without the marks by which it could leave its isolate. */
export const tame = (value: string): string => oneLine(value).replace(DIRECTION_CONTROLS, '');

/** In running text: an id, code or address, always left to right. */
export const isolateCode = (value: string): string => `${LRI}${tame(value)}${PDI}`;
/** In running text: a name or an amount, in the direction of its own first letter. */
export const isolateText = (value: string): string => `${FSI}${tame(value)}${PDI}`;
/** In a Hebrew subject, where some mail programs print isolates as boxes: marks on both sides do the same for codes. */
export const markCode = (value: string): string => `${LRM}${tame(value)}${LRM}`;
/** A line whose direction does not hang on its first letter. A line that is a link stays as it is. */
export const inDirection = (line: string, locale: Locale): string =>
  locale === 'he' && line !== '' && !line.startsWith('http') ? RLM + line : line;
