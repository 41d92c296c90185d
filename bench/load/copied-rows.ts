import type { Client } from 'pg';

/** Columns of a row that differ from those of the row that it is copied from, each an expression over `k` and `original`. */
export type OwnColumns = Readonly<Record<string, string>>;
/** More make no statement quicker. */
const STATEMENT_ROWS = 20_000;

/** Id of the row that stands for number `k`, of any table. */
export const idOf = (table: string, k: string): string => `md5('${table} ' || (${k}))::uuid`;

/** Copies of the one row of a table that `original` names, for the numbers from `from` up to `to`, which is left out. */
export async function copyRows(
  client: Client,
  table: string,
  own: OwnColumns,
  { original, params, from, to }: Readonly<{ original: string; params: readonly unknown[]; from: number; to: number }>,
): Promise<void> {
  const columns = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'`,
    [table],
  );
  const names = columns.rows.map(({ name }) => name);
  const [first, end] = [params.length + 1, params.length + 2].map((no) => `$${String(no)}::int`);
  const sql = `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${names.map((name) => own[name] ?? `original.${name}`).join(', ')}
     FROM generate_series(${first ?? ''}, ${end ?? ''} - 1) AS k, (SELECT * FROM ${table} WHERE ${original} LIMIT 1) AS original`;
  for (let at = from; at < to; at += STATEMENT_ROWS)
    await client.query(sql, [...params, at, Math.min(to, at + STATEMENT_ROWS)]);
}
