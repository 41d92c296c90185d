import type { Reading } from './reading';
import { MerkleRoot } from './merkle-root';
import { sha256Hex } from '../database/keyed-hash';

/** What a seal says: at that time these were the last entries of all chains. */
export type SealStatement = Readonly<{
  /** From 1, without a gap. */ no: number;
  at: string;
  /** The last entry that it covers, by id. */ upTo: number;
  /** How many chains there were, and the Merkle root over `chain no hash` of each, in the order of their names. */ heads: number;
  root: string;
  /** Of the seal before; zeros for the first. */ previousHash: string;
}>;
export type AuditSeal = SealStatement & Readonly<{ signature: string; hash: string }>;

export const NO_SEAL_HASH = '0'.repeat(64);

/** The text that is signed: one line for each part, in this order. */
export const sealText = ({ no, at, upTo, heads, root, previousHash }: SealStatement): string =>
  ['zikui audit seal 1', no, at, upTo, heads, root, previousHash].join('\n');

export const sealHash = (statement: SealStatement, signature: string): string =>
  sha256Hex(`${sealText(statement)}\n${signature}`);

const PAGE = 5_000;

/** The root over the heads as they stand, page by page, and how many there are. */
export async function rootOfHeads(tx: Reading): Promise<Readonly<{ root: string; heads: number }>> {
  const tree = new MerkleRoot();
  let heads = 0;
  for (let after = ''; ;) {
    const page = await tx.query<{ chain: string; no: number; hash: string }>(HEADS, [after, PAGE]);
    for (const { chain, no, hash } of page) tree.add(`${chain} ${no} ${hash}`);
    heads += page.length;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return { root: tree.root, heads };
    after = last.chain;
  }
}

// By bytes: the order must not depend on the language of the server.
const HEADS = `SELECT chain, no, hash FROM audit_head WHERE chain COLLATE "C" > $1 ORDER BY chain COLLATE "C" LIMIT $2`;

export const SELECT_SEALS = `
SELECT no, at, up_to AS "upTo", heads, root, previous_hash AS "previousHash", signature, hash FROM audit_seal`;
