import { randomUUID } from 'node:crypto';

const SEQUENCE_END = 0x1000;
const newest = { milliseconds: 0, sequence: 0 };

/**
 * A new row id: UUID version 7 (RFC 9562). Ids of one process rise strictly, so rows made one after the other lie
 * beside each other in the index and sort as they were made.
 */
export function newId(): string {
  step(Date.now());
  const time = newest.milliseconds.toString(16).padStart(12, '0');
  const sequence = newest.sequence.toString(16).padStart(3, '0');
  // Version 4 draws its random part from a stock, and has the same variant at the same place.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${randomUUID().slice(19)}`;
}

/** Counts within a millisecond, and goes on counting when the clock is set back or the count runs over. */
function step(now: number): void {
  if (now > newest.milliseconds) {
    newest.milliseconds = now;
    newest.sequence = 0;
    return;
  }
  newest.sequence += 1;
  if (newest.sequence < SEQUENCE_END) return;
  newest.milliseconds += 1;
  newest.sequence = 0;
}
