/** A node of what EXPLAIN (ANALYZE, FORMAT JSON) tells. Counts of rows are for one loop. */
export type PlanNode = Readonly<{
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: readonly PlanNode[];
}>;

/** Tables that grow with the refunds of a shop. */
const GROWING = new Set([
  'refund',
  'refund_line',
  'transfer',
  'sale',
  'sale_line',
  'customer',
  'payment',
  'approval_step',
]);

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** What a list must not do: read a growing table from end to end, or sort more rows than two pages of it. */
export function planFaults(plan: PlanNode, pageRows: number): readonly string[] {
  return nodesOf(plan).flatMap((node) => {
    const table = node['Relation Name'] ?? '';
    if (node['Node Type'].endsWith('Seq Scan') && GROWING.has(table)) return [`reads all of ${table}`];
    const rows = node.Plans?.[0]?.['Actual Rows'] ?? 0;
    return node['Node Type'].endsWith('Sort') && rows > 2 * pageRows ? [`sorts ${String(rows)} rows`] : [];
  });
}

/** How many rows the plan came by in its tables and indexes, those that it threw away among them. */
export const rowsRead = (plan: PlanNode): number =>
  nodesOf(plan)
    .filter((node) => node['Relation Name'] !== undefined)
    .reduce(
      (sum, node) =>
        sum + ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1),
      0,
    );
