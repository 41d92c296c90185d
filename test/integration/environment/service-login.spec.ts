import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { dropDatabase, newDatabase } from '../../environment/test-database';
import { serviceLogin } from '../../../tools/local-stack/service-login';

describe('the login of the services', () => {
  const databases: string[] = [];
  afterAll(() => Promise.all(databases.map(dropDatabase)));

  it('is made by many at once, each for a database of his own on one server', async () => {
    for (let no = 0; no < 4; no += 1) databases.push(await newDatabase(`login_${randomBytes(5).toString('hex')}`));
    for (let round = 0; round < 5; round += 1) {
      const logins = await Promise.all([...databases, ...databases].map(serviceLogin));
      expect(new Set(logins).size).toBe(databases.length);
    }
    const client = new Client({ connectionString: await serviceLogin(databases[0] ?? '') });
    await client.connect();
    const { rows } = await client.query(
      'SELECT rolsuper OR rolbypassrls AS wide FROM pg_roles WHERE rolname = current_user',
    );
    await client.end();
    expect(rows).toEqual([{ wide: false }]);
  });
});
