import { Client } from 'pg';
import { MessageStore, PortalLinkRequestStore, RefundReadStore } from '@zikui/persistence';
import { byProcess } from '../../builders/by-process.builder';
import { saleOf } from '../../builders/sale.builder';
import { SECRETS } from '../../builders/stored-refund.builder';
import { acceptRefund, newMerchant, storesOn } from '../../builders/stores.builder';
import { sending, settled, TransferWorld } from '../../builders/transfer-world.builder';

type Plan = Readonly<{ 'Relation Name'?: string; 'Index Name'?: string; 'Node Type': string; Plans?: readonly Plan[] }>;

/** What the planner knows of tables of a million rows of twenty merchants, where nothing but an index will do. */
const A_MILLION_ROWS = `
DO $$
DECLARE
  place record;
BEGIN
  FOR place IN SELECT c.relname::text AS name, a.attname::text AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('sending_hold', 'migrations') AND attnum > 0 AND NOT attisdropped LOOP
    PERFORM pg_restore_relation_stats('schemaname', 'public', 'relname', place.name, 'relpages', 1, 'reltuples', 1000000::real);
    PERFORM pg_restore_attribute_stats('schemaname', 'public', 'relname', place.name, 'attname', place.column, 'inherited', false,
      'null_frac', 0::real, 'avg_width', 16, 'n_distinct', (CASE place.column WHEN 'merchant_id' THEN 20 ELSE -0.5 END)::real);
  END LOOP;
END $$`;

/** How each table is come by: through which index, or by reading all of it. */
const waysOf = (plan: Plan): readonly string[] => [
  ...(plan['Index Name'] === undefined && plan['Relation Name'] === undefined
    ? []
    : [`${plan['Node Type'].replace(' Only', '')} ${plan['Relation Name'] ?? ''} ${plan['Index Name'] ?? ''}`]),
  ...(plan.Plans ?? []).flatMap(waysOf),
];

describe('the plan of a statement', () => {
  let world: TransferWorld;
  let statements: readonly string[];
  beforeAll(async () => {
    world = await TransferWorld.open();
    const { test, refunds, transfers } = world;
    test.statements.length = 0;
    const stores = storesOn(test.database);
    const principal = await newMerchant(stores);
    const sale = saleOf();
    const { view } = await acceptRefund(stores, principal, sale);
    await stores.sales.find(principal.merchantId, sale.saleRef);
    await stores.credit.account(principal.merchantId, sale.customer.ref);
    const reads = new RefundReadStore(test.database);
    await reads.find(principal.merchantId, view.id);
    await reads.list(principal.merchantId, { limit: 10 });
    await reads.timeline(principal.merchantId, view.id);
    await reads.events(principal.merchantId, null, 10);
    const email = sale.customer.email ?? '';
    await new PortalLinkRequestStore(test.database, stores.secrets).ask({ saleRef: sale.saleRef }, { email });
    const paid = await world.paying();
    await transfers.record(sending(await transfers.claim(paid.transferId)).attemptId, settled());
    const { messages } = await refunds.finish(paid.at());
    const book = byProcess(test.database, new MessageStore(test.database, SECRETS));
    for (const { id } of messages) await book.toSend(id);
    statements = [...new Set(test.statements)].filter((sql) => !/^(START|COMMIT|ROLLBACK|SET)/.test(sql));
  });
  afterAll(() => world.close());

  it('comes by every table through the same index behind the wall as in front of it', async () => {
    expect(statements.length).toBeGreaterThan(25);
    expect(statements.filter((sql) => sql.includes("'link_asked' AND m.resend_of"))).toHaveLength(1);
    const client = new Client({ connectionString: world.test.url });
    await client.connect();
    await client.query(A_MILLION_ROWS);
    const plan = async (sql: string): Promise<readonly string[]> => {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(
        `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${sql}`,
      );
      return [...new Set(rows.flatMap((row) => waysOf(row['QUERY PLAN'][0].Plan)))].sort();
    };
    try {
      for (const sql of statements) {
        const infront = await plan(sql);
        await client.query(`SET ROLE zikui_application; SET app.merchant = '${world.merchant.id}'`);
        const behind = await plan(sql);
        await client.query('RESET ROLE');
        expect([sql, ...behind]).toEqual([sql, ...infront]);
      }
    } finally {
      await client.end();
    }
  });
});
