import { startStack, type TestStack } from './stack';

let shared: Promise<TestStack> | undefined;
let isKept = false;

/**
 * One stack for all specs of a jest file that leave its programs as they find them: to start one costs seven seconds of
 * a processor. What its `close` ends is the stack of a spec that runs alone; a group of specs keeps it (`keepStack`).
 * Nothing is put back between specs: each sells for itself, and the audit at the end of each reads the rows of all.
 */
export async function sharedStack(): Promise<TestStack> {
  shared ??= startStack();
  const stack = await shared;
  return { ...stack, close: async () => (isKept ? undefined : end()) };
}

/** Says, at the top of a group of specs, that the stack is ended by `endStack` alone. */
export function keepStack(): void {
  isKept = true;
}

export async function endStack(): Promise<void> {
  isKept = false;
  await end();
}

async function end(): Promise<void> {
  const stack = await shared;
  shared = undefined;
  await stack?.close();
}
