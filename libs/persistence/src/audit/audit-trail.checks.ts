import { NO_SEAL_HASH, rootOfHeads, sealHash, sealText, SELECT_SEALS, type AuditSeal } from './audit-seal';
import type { Reading } from './reading';
import type { SealKey } from './seal-key';

/** What is wrong with the book of what people did: how often, and where, by the names of chains, entries and seals. */
export type TrailFinding = Readonly<{
  id: string;
  rule: string;
  sentence: string;
  count: number;
  ids: readonly string[];
}>;

const MOST_IDS = 20;
const PAGE = 5_000;

/**
 * Walks the book and its seals (A10): whoever changed, shortened, rewrote or removed something afterwards is found out,
 * also with every right in the database. `key` verifies signatures; without it everything else is looked at. Entries of
 * the last hour are not sealed yet.
 */
export async function auditTrailFindings(tx: Reading, key: SealKey | undefined): Promise<readonly TrailFinding[]> {
  return [
    finding('entries', 'each act follows the one before it, and stands as it was written', await brokenEntries(tx)),
    finding('heads', 'what was sealed is still there, to the last entry of each chain', await brokenHeads(tx)),
    finding(
      'seals',
      'every seal is signed by us, follows the one before it, and fits what it covers',
      await brokenSeals(tx, key),
    ),
    finding('late', 'the book was sealed within the last two hours', await missingSeals(tx)),
  ];
}

const finding = (name: string, sentence: string, { count, ids }: Found): TrailFinding => ({
  id: `A10.${name}`,
  rule: 'P17',
  sentence,
  count,
  ids,
});

type Found = Readonly<{ count: number; ids: readonly string[] }>;
class Finds {
  count = 0;
  readonly ids: string[] = [];

  add(id: string): void {
    this.count += 1;
    if (this.ids.length < MOST_IDS) this.ids.push(id);
  }
}

async function brokenEntries(tx: Reading): Promise<Found> {
  const finds = new Finds();
  const [end] = await tx.query<{ id: number | null }>('SELECT max(id) AS id FROM audit_entry');
  for (let after = 0; after < (end?.id ?? 0);) {
    const [page] = await tx.query<{ upTo: number | null }>(PAGE_END, [after, PAGE]);
    const upTo = page?.upTo ?? end?.id ?? after;
    for (const { name } of await tx.query<{ name: string }>(BROKEN_ENTRIES, [after, upTo])) finds.add(name);
    after = upTo;
  }
  return finds;
}

async function brokenHeads(tx: Reading): Promise<Found> {
  const finds = new Finds();
  for (const { chain } of await tx.query<{ chain: string }>(BROKEN_HEADS)) finds.add(chain);
  return finds;
}

async function brokenSeals(tx: Reading, key: SealKey | undefined): Promise<Found> {
  const finds = new Finds();
  let before: AuditSeal | undefined;
  for (;;) {
    const page = await tx.query<AuditSeal>(`${SELECT_SEALS} WHERE no > $1 ORDER BY no LIMIT ${PAGE}`, [
      before?.no ?? 0,
    ]);
    for (const seal of page) {
      if (!fits(seal, before, key)) finds.add(`seal ${seal.no}`);
      before = seal;
    }
    if (page.length < PAGE) break;
  }
  // The newest seal is over the heads as they stand: nobody moves them but the next one.
  const now = await rootOfHeads(tx);
  if ((before?.root ?? now.root) !== now.root || (before?.heads ?? 0) !== now.heads)
    finds.add(`heads of seal ${before?.no ?? 0}`);
  return finds;
}

function fits(seal: AuditSeal, before: AuditSeal | undefined, key: SealKey | undefined): boolean {
  const follows = seal.no === (before?.no ?? 0) + 1 && seal.previousHash === (before?.hash ?? NO_SEAL_HASH);
  const grows = seal.upTo >= (before?.upTo ?? 0) && seal.at > (before?.at ?? '');
  const isSigned = key === undefined || key.isOurs(sealText(seal), seal.signature);
  return follows && grows && isSigned && seal.hash === sealHash(seal, seal.signature);
}

async function missingSeals(tx: Reading): Promise<Found> {
  const finds = new Finds();
  for (const { at } of await tx.query<{ at: string }>(UNSEALED)) finds.add(`nothing sealed since ${at}`);
  return finds;
}

const PAGE_END = `SELECT max(id) AS "upTo" FROM (SELECT id FROM audit_entry WHERE id > $1 ORDER BY id LIMIT $2) page`;

const BROKEN_ENTRIES = `
SELECT e.chain || ' no. ' || e.no AS name FROM audit_entry e LEFT JOIN audit_entry p ON p.chain = e.chain AND p.no = e.no - 1
WHERE e.id > $1 AND e.id <= $2 AND (e.hash <> audit_entry_hash(e) OR e.prev_hash <> coalesce(p.hash, '${NO_SEAL_HASH}') OR (p.id IS NULL) <> (e.no = 1))
ORDER BY e.id`;

const BROKEN_HEADS = `
SELECT h.chain FROM audit_head h LEFT JOIN audit_entry e ON e.chain = h.chain AND e.no = h.no
WHERE e.hash IS DISTINCT FROM h.hash ORDER BY h.chain COLLATE "C"`;

const UNSEALED = `
SELECT at FROM (
  SELECT coalesce((SELECT max(at) FROM audit_seal), (SELECT min(at) FROM audit_entry)) AS at
) newest WHERE at < now() - interval '2 hours'`;
