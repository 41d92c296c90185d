import { Client } from 'pg';
import { testNamespace } from '../../environment/temporal-namespace';

describe('the servers of a test run', () => {
  it('offers a PostgreSQL of the version that production runs', async () => {
    const client = new Client({ connectionString: process.env['DATABASE_URL'] });
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    await client.end();
    expect(Number(rows[0]?.server_version_num)).toBeGreaterThanOrEqual(180_000);
  });

  it('makes a Temporal namespace once and finds it again', async () => {
    const first = await testNamespace();
    expect(await testNamespace()).toEqual(first);
  });
});
