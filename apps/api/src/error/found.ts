import { RefundError, type ErrorCode, type ErrorValues } from '@zikui/domain';

/** What was looked for. Throws `code` when there is none, or when it is another merchant's: the caller can't tell which. */
export function found<T>(thing: T | undefined, code: ErrorCode, values: ErrorValues): T {
  if (thing === undefined) throw new RefundError(code, values);
  return thing;
}
