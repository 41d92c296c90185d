/** Throws when a promise of our own code is broken: a defect, never a refusal that a caller could act on. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
