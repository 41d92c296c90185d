import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { MerkleRoot } from './merkle-root';

const rootOf = (leaves: readonly string[]): string => {
  const tree = new MerkleRoot();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root;
};

/** As RFC 9162 writes it down: the left part is the largest power of two that leaves something for the right. */
function rootByDefinition(leaves: readonly string[]): Buffer {
  const hash = (...parts: readonly (string | Buffer)[]): Buffer => {
    const made = createHash('sha256');
    for (const part of parts) made.update(part);
    return made.digest();
  };
  const [only] = leaves;
  if (only === undefined) return hash();
  if (leaves.length === 1) return hash(Buffer.of(0), only);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hash(Buffer.of(1), rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
}

describe('the root over leaves', () => {
  it('is the one that RFC 9162 defines, for any number of them', () =>
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (leaves) =>
        expect(rootOf(leaves)).toBe(rootByDefinition(leaves).toString('hex')),
      ),
    ));

  it('changes with any change, loss or exchange of a leaf', () => {
    const leaves = Array.from({ length: 13 }, (_, no) => `chain-${no}`);
    const root = rootOf(leaves);
    leaves.forEach((_, no) => {
      expect(rootOf(leaves.with(no, 'other'))).not.toBe(root);
      expect(rootOf(leaves.toSpliced(no, 1))).not.toBe(root);
    });
    expect(rootOf(leaves.toReversed())).not.toBe(root);
  });
});
