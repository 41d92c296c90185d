import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { appendAudit } from '../../../libs/persistence/src/audit/append-audit';
import { auditTrailFindings, AuditSealStore, newId, SealKey, SELECT_SEALS, type AuditSeal } from '@zikui/persistence';
import { Client } from 'pg';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { storeMerchant } from '../../builders/stored-merchant.builder';

const masterKey = randomBytes(32);
const key = new SealKey(masterKey);
let db: TestDatabase;
let seals: AuditSealStore;
let chains: readonly string[];

/** Three refunds and the merchant: chains of three, two, one and four acts. */
beforeAll(async () => {
  db = await newDatabase();
  seals = new AuditSealStore(db.database, { masterKey });
  const { id: merchantId } = await storeMerchant(db.database);
  const refunds = [newId(), newId(), newId()];
  const act = async (refundId: string | null): Promise<void> =>
    db.database.write((tx) =>
      appendAudit(tx, {
        ...{ merchantId, refundId, actor: 'key:abcdefgh', owner: 'noa', role: 'lead', address: '198.51.100.7' },
        ...{ action: 'resolution.retry', subject: 'tr_1', data: { status: 'needs_review' } },
      }),
    );
  for (const [index, acts] of [3, 2, 1].entries())
    for (let no = 0; no < acts; no += 1) await act(refunds[index] ?? null);
  for (let no = 0; no < 2; no += 1) await act(null);
  expect(await seals.sealIfDue(0)).toMatchObject({ no: 1, heads: 4, upTo: 8 });
  for (let no = 0; no < 2; no += 1) await act(null);
  expect(await seals.sealIfDue(0)).toMatchObject({ no: 2, heads: 4, upTo: 10 });
  chains = [...refunds.map((id) => `refund:${id}`), `merchant:${merchantId}`];
});
afterAll(() => db.close());

/** What the auditor finds after somebody with every right did this; it is undone afterwards. */
async function foundAfter(...statements: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new Client({ connectionString: db.url });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = 'replica'`);
    for (const sql of statements) await client.query(sql);
    const tx = {
      query: async <Row>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows.map(plain) as Row[],
    };
    const findings = await auditTrailFindings(tx, key);
    return Object.fromEntries(findings.filter(({ count }) => count > 0).map(({ id, ids }) => [id, ids]));
  } finally {
    await client.end();
  }
}
/** As the product's own pool gives them. */
const plain = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value instanceof Date) return [name, value.toISOString()];
      return [name, ['id', 'upTo'].includes(name) && typeof value === 'string' ? Number(value) : value];
    }),
  );

/** Writes the whole chain anew, hashes and all, as if it had always been so. */
const rewrite = (chain: string): string => `
DO $$ DECLARE entry audit_entry; before text := repeat('0', 64); BEGIN
  FOR entry IN SELECT * FROM audit_entry WHERE chain = '${chain}' ORDER BY no LOOP
    entry.actor := 'key:somebody'; entry.prev_hash := before; before := audit_entry_hash(entry);
    UPDATE audit_entry SET actor = entry.actor, prev_hash = entry.prev_hash, hash = before WHERE id = entry.id;
  END LOOP;
END $$`;
const sealHeads = (chain: string): string =>
  `UPDATE audit_head h SET no = e.no, hash = e.hash FROM (SELECT no, hash FROM audit_entry WHERE chain = '${chain}' ORDER BY no DESC LIMIT 1) e WHERE h.chain = '${chain}'`;

describe('the book of what people did', () => {
  it('is clean as the product left it, with who, and from which address', async () => {
    expect(await foundAfter()).toEqual({});
    expect(await db.query(`SELECT DISTINCT address, owner FROM audit_entry`)).toEqual([
      { address: '198.51.100.7', owner: 'noa' },
    ]);
  });

  it('names a row that was changed', async () =>
    expect(
      await foundAfter(`UPDATE audit_entry SET actor = 'key:other' WHERE chain = '${chains[0]}' AND no = 2`),
    ).toEqual({
      'A10.entries': [`${chains[0]} no. 2`],
    }));

  it('names a row whose address was changed', async () =>
    expect(
      await foundAfter(`UPDATE audit_entry SET address = '203.0.113.9' WHERE chain = '${chains[1]}' AND no = 1`),
    ).toEqual({
      'A10.entries': [`${chains[1]} no. 1`],
    }));

  it('names a chain whose last row was deleted', async () =>
    expect(await foundAfter(`DELETE FROM audit_entry WHERE chain = '${chains[0]}' AND no = 3`)).toEqual({
      'A10.heads': [chains[0]],
    }));

  it('names what follows a row that was deleted in the middle', async () =>
    expect(await foundAfter(`DELETE FROM audit_entry WHERE chain = '${chains[0]}' AND no = 2`)).toEqual({
      'A10.entries': [`${chains[0]} no. 3`],
    }));

  it('names a chain that was deleted whole', async () =>
    expect(await foundAfter(`DELETE FROM audit_entry WHERE chain = '${chains[2]}'`)).toEqual({
      'A10.heads': [chains[2]],
    }));

  it('names a chain that was written anew, with hashes that fit', async () =>
    expect(await foundAfter(rewrite(chains[1] ?? ''))).toEqual({ 'A10.heads': [chains[1]] }));

  it('names the seal when the heads were changed with the chain', async () =>
    expect(await foundAfter(rewrite(chains[1] ?? ''), sealHeads(chains[1] ?? ''))).toEqual({
      'A10.seals': ['heads of seal 2'],
    }));

  it('names a seal that was changed, signed by another key, or taken out', async () => {
    expect(await foundAfter(`UPDATE audit_seal SET root = repeat('a', 64) WHERE no = 1`)).toEqual({
      'A10.seals': ['seal 1'],
    });
    const other = new SealKey(randomBytes(32)).sign('zikui audit seal 1');
    expect((await foundAfter(`UPDATE audit_seal SET signature = '${other}' WHERE no = 2`))['A10.seals']).toEqual([
      'seal 2',
    ]);
    expect((await foundAfter(`DELETE FROM audit_seal WHERE no = 1`))['A10.seals']).toEqual(['seal 2']);
    expect((await foundAfter(`DELETE FROM audit_seal WHERE no = 2`))['A10.seals']).toEqual(['heads of seal 1']);
  });

  it('names a book that nobody seals any more', async () => {
    const { 'A10.late': late } = await foundAfter(
      `UPDATE audit_seal SET at = at - interval '3 hours'`,
      `UPDATE audit_entry SET at = at - interval '4 hours'`,
    );
    expect(late).toHaveLength(1);
  });
});

describe('a seal', () => {
  it('is made when it is time, and once by any number of workers', async () => {
    expect(await seals.sealIfDue(3_600_000)).toBeUndefined();
    await db.query(`ALTER TABLE audit_seal DISABLE TRIGGER audit_seal_append_only`);
    await db.query(`UPDATE audit_seal SET at = at - interval '2 hours'`);
    await db.query(`ALTER TABLE audit_seal ENABLE TRIGGER audit_seal_append_only`);
    const made = await Promise.all(Array.from({ length: 5 }, () => seals.sealIfDue(3_600_000)));
    expect(made.filter((seal) => seal !== undefined)).toMatchObject([{ no: 3, heads: 4 }]);
  });

  it('can be verified by whoever has the log: its text and signature, with the public half alone', async () => {
    const [seal] = await db.database.read((tx) => tx.query<AuditSeal>(`${SELECT_SEALS} ORDER BY no DESC LIMIT 1`));
    const { no, at, upTo, heads, root, previousHash, signature } = seal!;
    const text = ['zikui audit seal 1', no, at, upTo, heads, root, previousHash].join('\n');
    const publicHalf = createPublicKey({ key: Buffer.from(seals.publicKey, 'base64'), format: 'der', type: 'spki' });
    const isSigned = (of: string): boolean =>
      verify(null, Buffer.from(of), publicHalf, Buffer.from(signature, 'base64'));
    expect([isSigned(text), isSigned(`${text} `)]).toEqual([true, false]);
  });

  it('cannot be changed or taken out by the application', async () => {
    await expect(db.query(`UPDATE audit_seal SET heads = 0`)).rejects.toThrow('append-only');
    await expect(db.query(`DELETE FROM audit_seal`)).rejects.toThrow('append-only');
  });

  it('waits for nobody who writes an entry for long', async () => {
    const writer = new Client({ connectionString: db.url });
    await writer.connect();
    await writer.query('BEGIN; LOCK TABLE audit_entry IN ROW EXCLUSIVE MODE');
    try {
      await expect(seals.sealIfDue(0)).rejects.toThrow();
    } finally {
      await writer.end();
    }
  });
});
