import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
const EMPTY = createHash('sha256').digest('hex');

/**
 * The root over leaves that come one after the other (RFC 9162): leaves and nodes are hashed differently, so that none
 * passes for the other. Holds one hash for each level, however many leaves there are.
 */
export class MerkleRoot {
  private readonly peaks: { level: number; hash: Buffer }[] = [];

  add(leaf: string): void {
    let peak = { level: 0, hash: hashOf(LEAF, Buffer.from(leaf, 'utf8')) };
    for (let left = this.peaks.at(-1); left?.level === peak.level; left = this.peaks.at(-1)) {
      this.peaks.pop();
      peak = { level: peak.level + 1, hash: hashOf(NODE, left.hash, peak.hash) };
    }
    this.peaks.push(peak);
  }

  /** 64 hex digits; of no leaf at all, the hash of nothing. */
  get root(): string {
    const [last, ...others] = [...this.peaks].reverse();
    if (!last) return EMPTY;
    return others.reduce((right, { hash }) => hashOf(NODE, hash, right), last.hash).toString('hex');
  }
}

function hashOf(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
