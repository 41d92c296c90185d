import { parseObject, textIn } from './json-object';

/** The vendor's id of an announced event, to name it in the log; null when the body has none. Never throws. */
export const eventIdOf = (rawBody: Buffer): string | null =>
  textIn(parseObject(rawBody.toString('utf8')) ?? {}, 'id')?.slice(0, 100) ?? null;
