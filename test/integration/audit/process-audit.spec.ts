import { Client, Connection } from '@temporalio/client';
import { refundWorkflowId } from '@zikui/domain';
import { runAudit } from '../../../tools/audit/run-audit';
import { storeAuditedWorld, type AuditedWorld } from '../../builders/audited-world.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { testNamespace } from '../../environment/temporal-namespace';

let db: TestDatabase;
let world: AuditedWorld;
let temporal: Readonly<{ address: string; namespace: string }>;
let connection: Connection;
beforeAll(async () => {
  [db, temporal] = await Promise.all([newDatabase(), testNamespace(`audit-${process.pid}`)]);
  world = await storeAuditedWorld(db);
  connection = await Connection.connect({ address: temporal.address });
}, 60_000);
afterAll(async () => {
  await connection.close();
  await db.close();
});

async function lost(): Promise<readonly string[]> {
  const { checks } = await runAudit({ databaseUrl: db.url, strict: true, gateways: undefined, temporal });
  return [...(checks.find(({ check }) => check === 'A15.carried')?.ids ?? ['not looked at'])].sort();
}

describe('the auditor at Temporal', () => {
  it('names every open refund without a running process, and how its process ended', async () => {
    const { reviewed, pending, asked, byHand, merchant } = world;
    const open = [reviewed, pending, asked, byHand.refund];
    expect(await lost()).toEqual(open.map(({ id }) => `${id} missing`).sort());
    const client = new Client({ connection, namespace: temporal.namespace });
    const start = ({ id }: Readonly<{ id: string }>) =>
      // Nobody works on that queue: it is only there.
      client.workflow.start('refundWorkflow', { workflowId: refundWorkflowId(merchant.id, id), taskQueue: 'nobody' });
    const processes = await Promise.all(open.map(start));
    expect(await lost()).toEqual([]);
    await processes[1]?.terminate('to see it');
    expect(await lost()).toEqual([`${pending.id} terminated`]);
    await db.query(`UPDATE refund SET review_reason = 'process_lost' WHERE id = $1`, [pending.id]);
    expect(await lost()).toEqual([]);
    for (const process of [processes[0], processes[2], processes[3]]) await process?.terminate('done');
  });
});
