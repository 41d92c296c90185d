import type { TestStack } from '../../environment/stack';

/** What the worker writes by its own clock, whatever is asked of the api. */
const BY_THE_CLOCK = ['migrations', 'reconciliation', 'reconciliation_difference', 'audit_seal', 'audit_head'];
/** That an address came with a wrong key is counted, so that it can be slowed down. */
const COUNTED = ['access_failure'];
/** When a key or a session was used last is noted by the clock, too. */
const NOTED: Readonly<Record<string, string>> = {
  api_key: `to_jsonb(t) - 'last_used_at'`,
  staff_session: `to_jsonb(t) - 'last_seen_at'`,
};

/** Every table with the number and a hash of its rows: equal before and after says that nothing was written or changed. */
export async function everything({ database }: Pick<TestStack, 'database'>): Promise<Readonly<Record<string, string>>> {
  return database.read(async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1) ORDER BY 1`,
      [[...BY_THE_CLOCK, ...COUNTED]],
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const sql = `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(row::text), '' ORDER BY md5(row::text))), '') AS all FROM (SELECT ${NOTED[name] ?? 't'} AS row FROM ${name} t) AS rows`;
      const [row] = await tx.query<{ all: string }>(sql);
      found[name] = row?.all ?? '';
    }
    return found;
  });
}
