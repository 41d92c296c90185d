import { randomBytes } from 'node:crypto';

const SEQUENCE_END = 0x1000;
const newest = { milliseconds: 0, sequence: 0 };

/**
 * A new row id: UUID version 7 (RFC 9562). Ids of one process rise strictly, so rows made one after the other lie
 * beside each other in the index and sort as they were made.
 */
export function newId(): string {
  step(Date.now());
  const bytes = randomBytes(16);
  bytes.writeUIntBE(newest.milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | newest.sequence, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
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
