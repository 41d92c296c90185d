import { uuidOf } from '@zikui/domain';
import { Client } from 'pg';
import type { TestStack } from '../environment/stack';
import { eventuallyHolds } from './client/eventually';

/** Rows that a test locks, so that a program stops exactly where it would write them. Rows that only point at them are still written. */
export class HeldRows {
  private constructor(private readonly client: Client) {}

  static async of({ databaseUrl }: Pick<TestStack, 'databaseUrl'>): Promise<HeldRows> {
    const client = new Client({ connectionString: databaseUrl, application_name: 'zikui-test-hold' });
    await client.connect();
    await client.query('BEGIN');
    return new HeldRows(client);
  }

  async refund(id: string): Promise<void> {
    await this.client.query('SELECT id FROM refund WHERE id = $1 FOR NO KEY UPDATE', [uuidOf('refund', id)]);
  }

  async sale(saleRef: string): Promise<void> {
    await this.client.query('SELECT id FROM sale WHERE sale_ref = $1 FOR NO KEY UPDATE', [saleRef]);
  }

  async transfersOf(id: string): Promise<void> {
    await this.client.query('SELECT id FROM transfer WHERE refund_id = $1 FOR NO KEY UPDATE', [uuidOf('refund', id)]);
  }

  /** The counters from which credit notes of a merchant's legal entities take their numbers. */
  async creditNoteSeriesOf(merchantId: string): Promise<void> {
    const sql = 'SELECT id FROM credit_note_series WHERE merchant_id = $1 FOR NO KEY UPDATE';
    await this.client.query(sql, [uuidOf('merchant', merchantId)]);
  }

  /** Waits until that many programs' statements stand in front of locks. */
  async untilWaitedFor(database: TestStack['database'], count: number): Promise<void> {
    const sql = `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name <> 'zikui-test-hold'`;
    await eventuallyHolds(`${count} statements to wait for a lock`, async () => {
      const [row] = await database.read((tx) => tx.query<{ count: number }>(sql));
      return (row?.count ?? 0) >= count;
    });
  }

  /** Gives everything back, unchanged. */
  async release(): Promise<void> {
    await this.client.query('ROLLBACK');
    await this.client.end();
  }
}
