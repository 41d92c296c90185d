import { randomUUID } from 'node:crypto';
import { WIDER_ROLES, type RowScope, type WiderRole } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { newMerchant, storesOn } from '../../builders/stores.builder';

const MINE = randomUUID();
const THEIRS = randomUUID();

/** Every table that holds rows of merchants, and the column that says whose they are. */
const TABLES_OF_MERCHANTS = `
SELECT c.relname AS name, CASE c.relname WHEN 'merchant' THEN 'id' ELSE 'merchant_id' END AS column, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced
FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND (c.relname = 'merchant'
  OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'merchant_id' AND NOT a.attisdropped)) ORDER BY 1`;
type Table = Readonly<{ name: string; column: string; enabled: boolean; forced: boolean }>;

/** Tables in which no merchant has rows of his own, which is why they have no wall: the application has no right to any. */
const OF_THE_HOUSE = ['access_failure', 'audit_head', 'audit_seal', 'migrations'];

describe('row-level security', () => {
  let db: TestDatabase;
  let tables: readonly Table[];
  beforeAll(async () => {
    db = await newDatabase();
    tables = await db.query<Table>(TABLES_OF_MERCHANTS);
    await db.query(TAKE_RULES_AWAY);
    await db.query('SET session_replication_role = replica');
    for (const { name, column } of tables)
      for (const merchant of [MINE, THEIRS]) await db.query(`INSERT INTO ${name} (${column}) VALUES ($1)`, [merchant]);
  });
  afterAll(() => db.close());

  const count = async (scope: RowScope, { name, column }: Table, of: string): Promise<number> =>
    (await db.database.read(scope, (tx) => tx.query(`SELECT FROM ${name} WHERE ${column} = $1`, [of]))).length;
  const stateOf = (error: unknown): unknown => (error as { driverError?: { code?: unknown } }).driverError?.code;

  it('is forced on every table of merchants', () => {
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced).map(({ name }) => name)).toEqual([]);
  });

  it('leaves out only tables in which no merchant has rows; views look through the walls of their readers', async () => {
    const all = await db.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
         AND NOT (relkind = 'v' AND 'security_invoker=true' = ANY (coalesce(reloptions, '{}'))) ORDER BY 1`,
    );
    const walled = tables.map(({ name }) => name);
    expect(all.map(({ name }) => name).filter((name) => !walled.includes(name))).toEqual(OF_THE_HOUSE);
    for (const name of OF_THE_HOUSE) expect(await db.query(MAY, [name])).toEqual([{ application: false }]);
  });

  it('holds for roles that cannot log in, own nothing and pass it by nowhere', async () => {
    const roles = ['zikui_application', 'zikui_auditor', ...WIDER_ROLES.map((role) => `zikui_${role}`)];
    expect(await db.query(ROLES, [roles])).toEqual(
      [...roles].sort().map((name) => ({ name, login: false, super: false, bypass: false, owns: 0 })),
    );
  });

  it('shows a merchant his own rows and none of another, in every table', async () => {
    for (const table of tables) {
      const seen = [await count({ merchantId: MINE }, table, MINE), await count({ merchantId: MINE }, table, THEIRS)];
      expect([table.name, ...seen]).toEqual([table.name, 1, 0]);
    }
  });

  it('shows nobody anything while no merchant is named, also after a transaction that named one', async () => {
    const single = await db.another(1);
    for (const { name } of tables) {
      await single.read({ merchantId: MINE }, (tx) => tx.query('SELECT 1'));
      const rows = await single.asNobody((tx) => tx.query(`SELECT FROM ${name}`));
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('takes no row of another merchant, in any table', async () => {
    for (const { name, column } of tables) {
      const insert = `INSERT INTO ${name} (${column}) VALUES ($1)`;
      const refused = await db.database.write({ merchantId: MINE }, (tx) => tx.query(insert, [THEIRS])).catch(stateOf);
      expect([name, refused]).toEqual([name, '42501']);
    }
  });

  it('changes and deletes no row of another merchant, in any table, whatever a statement forgets', async () => {
    for (const table of tables) {
      const { name, column } = table;
      await db.database
        .write({ merchantId: THEIRS }, async (tx) => {
          // Nobody's row is given away either: what it is changed to must be the merchant's own.
          const touched = await tx.query(`UPDATE ${name} SET ${column} = ${column} RETURNING ${column} AS merchant`);
          const gone = await tx.query(`DELETE FROM ${name} RETURNING ${column} AS merchant`);
          expect([name, touched, gone]).toEqual([name, [{ merchant: THEIRS }], [{ merchant: THEIRS }]]);
        })
        .catch((error: unknown) => {
          // Append-only tables refuse the change of one's own row; whose a hold is nobody may write.
          if (stateOf(error) !== (name === 'sending_hold' ? '42501' : '23001')) throw error;
        });
      expect([name, await count({ merchantId: MINE }, table, MINE)]).toEqual([name, 1]);
    }
  });

  it('lets wider roles read what their work needs and nothing else', async () => {
    const readable: Partial<Record<WiderRole, readonly string[]>> = {};
    for (const role of WIDER_ROLES) {
      const rows = await db.query<{ name: string }>(READABLE, [`zikui_${role}`]);
      readable[role] = rows.map(({ name }) => name);
    }
    expect(readable).toEqual({
      intake: [
        'access_failure',
        'api_key',
        'customer',
        'merchant',
        'migrations',
        'refund',
        'role_grant',
        'sale',
        'staff_session',
        'staff_user',
      ],
      relay: [
        'back_test',
        'inbox_event',
        'message',
        'outbox',
        'outbox_signal',
        'refund',
        'refund_command',
        'sending_hold',
        'staff_message',
      ],
      dispatcher: [
        'audit_entry',
        'merchant',
        'outgoing_event',
        'refund',
        'sale',
        'webhook_delivery',
        'webhook_endpoint',
      ],
      clock: ['refund'],
      reconciler: [
        'attempt',
        'inbox_event',
        'merchant',
        'outbox',
        'reconciliation',
        'reconciliation_difference',
        'refund',
        'report_movement',
        'transfer',
      ],
      eraser: ['bank_file', 'bank_file_item', 'customer', 'payee', 'refund', 'refund_draft', 'sale', 'transfer'],
      sealer: ['audit_entry', 'audit_head', 'audit_seal'],
      watcher: [
        'attempt',
        'audit_seal',
        'inbox_event',
        'merchant',
        'outbox',
        'outbox_signal',
        'policy_version',
        'refund',
        'refund_command',
        'sending_hold',
        'transfer',
        'webhook_delivery',
      ],
      house: ['audit_entry', 'merchant', 'refund', 'sending_hold', 'transfer'],
    });
    const refused = await db.database.read('relay', (tx) => tx.query('SELECT payout FROM refund')).catch(stateOf);
    expect(refused).toBe('42501');
  });

  it('shows a merchant a switch of the house, and lets him hold it but not lift or take it', async () => {
    const [house] = await db.query<{ id: string }>(
      'INSERT INTO sending_hold (id) VALUES (gen_random_uuid()) RETURNING id',
    );
    const asMine = (sql: string): Promise<unknown> =>
      db.database.write({ merchantId: MINE }, (tx) => tx.query(sql, [house?.id])).catch(stateOf);
    expect(await asMine('SELECT id FROM sending_hold WHERE id = $1 FOR SHARE')).toEqual([house]);
    expect(await asMine('UPDATE sending_hold SET ended_at = now() WHERE id = $1')).toBe('42501');
    expect(await asMine(`UPDATE sending_hold SET merchant_id = '${MINE}' WHERE id = $1`)).toBe('42501');
    expect(await asMine('DELETE FROM sending_hold WHERE id = $1 RETURNING id')).toEqual([]);
  });

  it('ends with its transaction: neither merchant nor role is left on the connection', async () => {
    const single = await db.another(1);
    const left = `SELECT current_user AS role, coalesce(current_setting('app.merchant', true), '') AS merchant`;
    await single.write({ merchantId: MINE }, (tx) => tx.last('SELECT 1'));
    await single.read({ merchantId: MINE }, (tx) => tx.query('SELECT 1'));
    await single.read('relay', (tx) => tx.query('SELECT 1'));
    expect(await single.asNobody((tx) => tx.query(left))).toEqual([{ role: 'zikui_application', merchant: '' }]);
    await single.write({ merchantId: MINE }, (tx) => tx.query('SELECT 1 / 0')).catch(stateOf);
    expect(await single.asNobody((tx) => tx.query(left))).toEqual([{ role: 'zikui_application', merchant: '' }]);
  });

  it('reads without being able to write', async () => {
    const written = db.database.read({ merchantId: MINE }, (tx) => tx.query('UPDATE sale SET sale_ref = sale_ref'));
    expect(await written.catch(stateOf)).toBe('25006');
  });

  it('is given no scope that is no merchant', async () => {
    for (const merchantId of ['', 'demo', `${MINE}'; DROP TABLE sale; --`])
      expect(() => db.database.read({ merchantId }, (tx) => tx.query('SELECT 1'))).toThrow('names no merchant');
  });
});

describe('a login of services', () => {
  it('works behind the wall as its owner does, and may not become whoever throws the switches of the house', async () => {
    const db = await newDatabase();
    const services = await db.asService();
    try {
      const stores = storesOn(services);
      const merchant = await newMerchant(stores);
      expect(await stores.merchants.find(merchant.merchantSlug)).toMatchObject({ id: merchant.merchantId });
      const refused = services.read('house', (tx) => tx.query('SELECT 1'));
      await expect(refused).rejects.toThrow('permission denied to set role');
    } finally {
      await services.close();
      await db.close();
    }
  });
});

const MAY = `SELECT has_table_privilege('zikui_application', $1, 'SELECT') AS application`;
const ROLES = `
SELECT rolname AS name, rolcanlogin AS login, rolsuper AS super, rolbypassrls AS bypass, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns
FROM pg_roles r WHERE rolname = ANY ($1) ORDER BY rolname`;
const READABLE = `
SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_any_column_privilege($1, oid, 'SELECT') ORDER BY 1`;

/** Rows that hold nothing but whose they are: what else they would need is none of this test's business. */
const TAKE_RULES_AWAY = `
DO $$
DECLARE
  rule record;
BEGIN
  FOR rule IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype NOT IN ('n', 't') AND conrelid <> 0 ORDER BY contype = 'p' LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', rule.place, rule.conname);
  END LOOP;
  FOR rule IN SELECT attrelid::regclass AS place, attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND attnotnull AND attidentity = '' AND NOT attisdropped LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', rule.place, rule.attname);
  END LOOP;
END $$`;
