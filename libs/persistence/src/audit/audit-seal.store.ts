import type { Database, Tx } from '../database/database';
import { NO_SEAL_HASH, rootOfHeads, sealHash, sealText, SELECT_SEALS, type AuditSeal } from './audit-seal';
import { SealKey } from './seal-key';

/** Entries that one seal adds: what is more waits for the next one. */
const MOST_ENTRIES = 20_000;

/** Seals the book of what people did. */
export class AuditSealStore {
  private readonly key: SealKey;

  constructor(
    private readonly database: Database,
    { masterKey }: Readonly<{ masterKey: Buffer }>,
  ) {
    this.key = new SealKey(masterKey);
  }

  /** With which anybody can verify a seal that a log kept. */
  get publicKey(): string {
    return this.key.publicKey;
  }

  /**
   * Seals what stands in the book, when the last seal is older than that or there is none. `undefined` when it is not yet
   * time, or another worker is at it. Safe to repeat.
   */
  async sealIfDue(everyMs: number): Promise<AuditSeal | undefined> {
    if (!(await this.isDue(everyMs))) return undefined;
    const end = await this.database.write('sealer', endOfBook);
    return this.database.write('sealer', async (tx) => {
      const [lock] = await tx.query<{ taken: boolean }>(LOCK);
      if (lock?.taken !== true || !(await isDueIn(tx, everyMs))) return undefined;
      return this.seal(tx, end);
    });
  }

  private isDue(everyMs: number): Promise<boolean> {
    return this.database.read('sealer', (tx) => isDueIn(tx, everyMs));
  }

  private async seal(tx: Tx, end: number): Promise<AuditSeal> {
    const [last] = await tx.query<AuditSeal>(`${SELECT_SEALS} ORDER BY no DESC LIMIT 1`);
    const from = last?.upTo ?? 0;
    const [covered] = await tx.query<{ upTo: number | null }>(COVERED, [from, end, MOST_ENTRIES]);
    const upTo = covered?.upTo ?? from;
    await tx.query(MOVE_HEADS, [from, upTo]);
    const [{ at } = { at: '' }] = await tx.query<{ at: string }>(`SELECT date_trunc('milliseconds', now()) AS at`);
    const previousHash = last?.hash ?? NO_SEAL_HASH;
    const statement = { no: (last?.no ?? 0) + 1, at, upTo, ...(await rootOfHeads(tx)), previousHash };
    const signature = this.key.sign(sealText(statement));
    const seal = { ...statement, signature, hash: sealHash(statement, signature) };
    const { no, heads, root, hash } = seal;
    await tx.query(INSERT, [no, upTo, heads, root, previousHash, signature, hash, at]);
    return seal;
  }
}

const LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended('audit_seal', 0)) AS taken`;

async function isDueIn(tx: Tx, everyMs: number): Promise<boolean> {
  const [newest] = await tx.query(
    `SELECT FROM audit_seal WHERE at > now() - $1 * interval '1 millisecond' ORDER BY no DESC LIMIT 1`,
    [everyMs],
  );
  return newest === undefined;
}

/**
 * The last entry so far. Ids are given out before the commit: for a moment whoever writes an entry is waited for, so that
 * none with a lower id can appear behind it. Fails soon when somebody takes long; then it is tried in the next round.
 */
async function endOfBook(tx: Tx): Promise<number> {
  await tx.query(`SET LOCAL lock_timeout = '500ms'`);
  await tx.query('LOCK TABLE audit_entry IN SHARE MODE');
  const [end] = await tx.query<{ id: number | null }>('SELECT max(id) AS id FROM audit_entry');
  return end?.id ?? 0;
}

const COVERED = `
SELECT max(id) AS "upTo" FROM (SELECT id FROM audit_entry WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3) entry`;

const MOVE_HEADS = `
INSERT INTO audit_head (chain, no, hash)
SELECT DISTINCT ON (chain) chain, no, hash FROM audit_entry WHERE id > $1 AND id <= $2 ORDER BY chain, no DESC
ON CONFLICT (chain) DO UPDATE SET no = excluded.no, hash = excluded.hash`;

const INSERT = `
INSERT INTO audit_seal (no, up_to, heads, root, previous_hash, signature, hash, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
