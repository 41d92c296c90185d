import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { storeAuditedWorld, type AuditedWorld } from '../../builders/audited-world.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';

const REPOSITORY = path.resolve(__dirname, '../../..');
let db: TestDatabase;
let world: AuditedWorld;
beforeAll(async () => {
  db = await newDatabase();
  world = await storeAuditedWorld(db);
});
afterAll(() => db.close());

type Ended = Readonly<{ code: number | null; output: string }>;
async function audit(...args: string[]): Promise<Ended> {
  const program = ['-r', '@swc-node/register', path.join(REPOSITORY, 'tools/audit/audit.ts'), ...args];
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, program, { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

describe('npm run audit', () => {
  it('ends with 0 and says so where everything holds', async () => {
    const { code, output } = await audit('--database-url', db.url, '--rows-only');
    expect(output).toMatch(/\d+ checks, 0 broken, 0 not checked: clean/);
    expect(code).toBe(0);
  });

  it('ends with 1 and names what is broken, for people and for programs', async () => {
    await db.query(`UPDATE payment SET held = held + 1 WHERE id = $1`, [world.completed.paymentIds[0]]);
    const { code, output } = await audit('--database-url', db.url, '--rows-only', '--json');
    expect(code).toBe(1);
    const { checks } = JSON.parse(output) as { checks: readonly { check: string; count: number; ids: string[] }[] };
    expect(checks.filter(({ count }) => count > 0)).toMatchObject([
      { check: 'A1.held', count: 1, ids: [world.completed.paymentIds[0]] },
    ]);
  });

  it('ends with 2 where it can look at nothing, or not at the gateways', async () => {
    const nowhere = await audit('--database-url', 'postgres://nobody@127.0.0.1:1/none', '--rows-only');
    expect(nowhere.code).toBe(2);
    const { code, output } = await audit('--database-url', db.url);
    expect([code, output]).toEqual([2, expect.stringContaining('MASTER_KEY is not set')]);
  });
});
