import { randomBytes } from 'node:crypto';
import { migrate } from '@zikui/persistence';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrationOptions } from '../../../libs/persistence/src/database/data-source-options';
import { ROLES } from '../../../libs/persistence/src/migrations/wall';
import { openDoor } from '../../builders/open-door.builder';
import { saleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn } from '../../builders/stores.builder';

describe('a database of before the walls, whose owner is no superuser', () => {
  const name = `walls_${randomBytes(4).toString('hex')}`;
  const server = process.env['DATABASE_URL'] ?? '';
  const url = new URL(server);
  const asSuperuser = async (...statements: readonly string[]): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  beforeAll(async () => {
    url.pathname = `/${name}`;
    url.username = name;
    url.password = 'test';
    await asSuperuser(`CREATE ROLE ${name} LOGIN PASSWORD 'test'`, `CREATE DATABASE ${name} OWNER ${name}`);
  });
  afterAll(() => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `DROP ROLE ${name}`));

  it('is told who has to make the roles, and then upgraded with what it holds; its owner still serves meanwhile', async () => {
    await asSuperuser(...ROLES.map(makeRole));
    await expect(migrate(url.href)).rejects.toThrow(/may not become the role zikui_application: let a superuser run/);
    await asSuperuser(`GRANT ${ROLES.join(', ')} TO ${name} WITH INHERIT FALSE, SET TRUE`);
    await migrate(url.href);

    const database = await openDoor({ url: url.href, poolSize: 4, applicationName: 'test' });
    const stores = storesOn(database);
    const merchant = await newMerchant(stores);
    const { view } = await acceptRefund(stores, merchant, saleOf());
    // The schema of before, with rows in it.
    const source = await new DataSource(migrationOptions(url.href)).initialize();
    while ((await source.query<object[]>(WALLS)).length > 0) await source.undoLastMigration();
    await source.destroy();
    const looked = database.read(merchant, (tx) => tx.query('SELECT id FROM refund'));
    await expect(looked).rejects.toThrow('permission denied');
    await migrate(url.href);

    expect(await stores.refunds.find(merchant.merchantId, view.id)).toEqual(view);
    // What the release of before asks, which knows of no scope, and migrations that are still to come.
    const rows = await database.read((tx) => tx.query('SELECT merchant_id AS "merchantId" FROM refund'));
    expect(rows).toEqual([{ merchantId: merchant.merchantId }]);
    await database.close();
  });
});

const WALLS = `SELECT name FROM migrations WHERE name = 'Walls1764520000000'`;

const makeRole = (role: string): string => `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
END $$`;
