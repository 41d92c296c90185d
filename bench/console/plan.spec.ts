import { planFaults, rowsRead, type PlanNode } from './plan';

const scan = (type: string, table: string, rows: number, more: Partial<PlanNode> = {}): PlanNode => ({
  ...{ 'Node Type': type, 'Relation Name': table, 'Actual Rows': rows, 'Actual Loops': 1 },
  ...more,
});
const limit = (...plans: PlanNode[]): PlanNode => ({ 'Node Type': 'Limit', 'Actual Rows': 51, Plans: plans });

describe('the plan of a list', () => {
  it('is without fault when it comes by an index and sorts its page alone', () =>
    expect(
      planFaults({ 'Node Type': 'Sort', Plans: [limit(scan('Index Scan', 'refund', 51))], 'Actual Rows': 51 }, 50),
    ).toEqual([]));

  it('may read small tables whole', () => expect(planFaults(limit(scan('Seq Scan', 'merchant', 2)), 50)).toEqual([]));

  it.each(['Seq Scan', 'Parallel Seq Scan'])('must not read refunds from end to end: %s', (type) =>
    expect(planFaults(limit(scan(type, 'refund', 51)), 50)).toEqual(['reads all of refund']),
  );

  it.each(['Sort', 'Incremental Sort'])('must not sort more than its page: %s', (type) =>
    expect(planFaults(limit({ 'Node Type': type, Plans: [scan('Index Scan', 'refund', 4_000)] }), 50)).toEqual([
      'sorts 4000 rows',
    ]),
  );

  it('reads what it threw away too, as often as it did', () =>
    expect(
      rowsRead(
        limit(
          scan('Index Scan', 'refund', 51, { 'Rows Removed by Filter': 9 }),
          scan('Index Scan', 'sale', 1, { 'Actual Loops': 51 }),
        ),
      ),
    ).toBe(111));
});
