import type { TestStack } from '../../environment/stack';

/** What the worker writes by its own clock, whatever is asked of the api. */
const BY_THE_CLOCK = ['migrations', 'reconciliation', 'reconciliation_difference', 'audit_seal', 'audit_head'];

/** Every table with the number and a hash of its rows: equal before and after says that nothing was written or changed. */
export async function everything({ database }: Pick<TestStack, 'database'>): Promise<Readonly<Record<string, string>>> {
  return database.read(async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1) ORDER BY 1`,
      [BY_THE_CLOCK],
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const sql = `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS all FROM ${name} t`;
      const [row] = await tx.query<{ all: string }>(sql);
      found[name] = row?.all ?? '';
    }
    return found;
  });
}
