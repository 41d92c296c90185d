import { AUDIT_CHECKS, isolationChecks, openAuditSnapshot, runChecks, type AuditCheck } from '@zikui/persistence';
import { Client } from 'pg';
import { storeAuditedWorld, type AuditedWorld } from '../../builders/audited-world.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { VIOLATIONS, type Violation } from './planted-violations';

let db: TestDatabase;
let world: AuditedWorld;
let isolation: readonly AuditCheck[];
const checks = (): readonly AuditCheck[] => [...AUDIT_CHECKS, ...isolation];

beforeAll(async () => {
  db = await newDatabase();
  world = await storeAuditedWorld(db);
  isolation = await db.database.read(isolationChecks);
  // Quiet: every message went out before anybody looks.
  await db.query(`UPDATE message SET status = 'sent', sent_at = now() WHERE status = 'queued'`);
  // But one repair is just about to be started.
  await db.query(`UPDATE outbox SET created_at = now() + interval '1 hour'`);
});
afterAll(() => db.close());

/** What the auditor finds in a moment that never was: planted, looked at and undone on one connection. */
async function foundAfter({ drop = [], plant }: Violation, strict = true): Promise<readonly string[]> {
  const client = new Client({ connectionString: db.url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const sql of [...drop, ...plant(world)]) await client.query(sql);
    const tx = {
      query: async <Row>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows as Row[],
    };
    const findings = await runChecks(tx, checks(), { strict });
    return findings.filter(({ count }) => count > 0).map(({ check }) => check.id);
  } finally {
    await client.end();
  }
}

describe('the auditor', () => {
  it('finds nothing where everything is as the product left it', async () => {
    expect(await foundAfter({ plant: () => [] })).toEqual([]);
  });

  it('has a planted violation for every check', () => {
    expect(Object.keys(VIOLATIONS).sort()).toEqual(AUDIT_CHECKS.map(({ id }) => id).sort());
  });

  it.each(Object.keys(VIOLATIONS))('names %s, and it alone, where that promise is broken', async (id) => {
    expect(await foundAfter(VIOLATIONS[id] as Violation)).toEqual([id]);
  });

  it('names every foreign key that leads to another merchant', async () => {
    expect(isolation.length).toBeGreaterThan(20);
    const plant = () => [
      `UPDATE transfer SET merchant_id = '${world.other.id}' WHERE id = '${world.completed.transferIds[0]}'`,
    ];
    expect(await foundAfter({ plant })).toEqual(
      [
        'A17.attempt_transfer_id',
        'A17.reservation_transfer_id',
        'A17.transfer_payment_id',
        'A17.transfer_refund_id',
      ].sort((a, b) => checks().findIndex(({ id }) => id === a) - checks().findIndex(({ id }) => id === b)),
    );
  });

  it('lets what may wait do so in a running system', async () => {
    const plant = () => [
      `UPDATE message SET status = 'queued' WHERE refund_id = '${world.completed.id}' AND kind = 'refund_completed'`,
    ];
    expect(await foundAfter({ plant }, false)).toEqual([]);
    expect(await foundAfter({ plant }, true)).toEqual(['A16.waiting']);
  });

  it('counts across pages of any size, and keeps the first twenty ids', async () => {
    const everyEvent: AuditCheck = {
      id: 'T.messages',
      rule: 'P13',
      sentence: 'no message exists',
      subject: 'message',
      broken: 'SELECT id FROM message WHERE id > $1 AND id <= $2',
    };
    const [{ n } = { n: 0 }] = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM message');
    for (const pageSize of [1, 3, 1_000]) {
      const [finding] = await db.database.read((tx) => runChecks(tx, [everyEvent], { strict: true, pageSize }));
      expect(finding).toMatchObject({ count: n });
      expect(new Set(finding?.ids).size).toBe(Math.min(n, 20));
    }
  });

  it('sees one moment and writes nothing', async () => {
    const snapshot = await openAuditSnapshot(db.url);
    const count = () => snapshot.query<{ n: number }>('SELECT count(*)::int AS n FROM api_key');
    try {
      const before = await count();
      await db.query(
        `INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes)
         VALUES (gen_random_uuid(), $1, 'zzzzzzzz', repeat('0', 64), 'test', 'late', '{refunds:read}')`,
        [world.merchant.id],
      );
      expect(await count()).toEqual(before);
      await expect(snapshot.query(`UPDATE payment SET held = 0`)).rejects.toThrow('read-only transaction');
    } finally {
      await snapshot.close();
    }
  });
});
