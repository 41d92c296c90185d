import { Database, openSource, type Tx } from '@zikui/persistence';
import type { PlanNode } from './plan';

/** The product's door, which also asks the server how it went about each statement that is read. */
export class PlannedReads extends Database {
  readonly plans: PlanNode[] = [];

  static async on(url: string): Promise<PlannedReads> {
    return new PlannedReads(await openSource({ url, poolSize: 1, applicationName: 'zikui-bench-plans' }));
  }

  protected override reading<T>(opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return super.reading(opening, (tx) =>
      work({
        ...tx,
        query: async (sql, params) => {
          const [row] = await tx.query<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>(
            `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
            params,
          );
          if (row) this.plans.push(row['QUERY PLAN'][0].Plan);
          return tx.query(sql, params);
        },
      }),
    );
  }
}
