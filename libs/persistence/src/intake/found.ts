import { invariant } from '@zikui/domain';

/** A part that a decision names. Decisions are made of the same rows, so one that is missing is a defect. */
export function found<T>(part: T | undefined, ref: string): T {
  invariant(part !== undefined, `a decision names only what its sale has, got ${ref}`);
  return part;
}
