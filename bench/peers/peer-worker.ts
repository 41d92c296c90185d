import path from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { createPeerActivities } from './peer-activities';

/** Runs the bare and the naive refund in a process of its own, with the same worker options as ours. */
async function main(): Promise<void> {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, GATEWAY_BASE } = process.env;
  if (
    DATABASE_URL === undefined ||
    TEMPORAL_ADDRESS === undefined ||
    TEMPORAL_NAMESPACE === undefined ||
    GATEWAY_BASE === undefined
  ) {
    throw new Error('DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and GATEWAY_BASE are required');
  }
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
  const pool = new Pool({ connectionString: DATABASE_URL, max: 10 });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS peer_refund (id text PRIMARY KEY, step text NOT NULL, updated_at timestamptz NOT NULL DEFAULT now())',
  );
  const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
  const worker = await Worker.create({
    connection,
    namespace: TEMPORAL_NAMESPACE,
    taskQueue: 'peers',
    workflowsPath: path.join(__dirname, 'bare.workflows.ts'),
    activities: createPeerActivities(pool, GATEWAY_BASE),
    maxCachedWorkflows: 600,
  });
  process.once('SIGTERM', () => worker.shutdown());
  process.send?.('ready');
  await worker.run();
  await connection.close();
  await pool.end();
}

void main();
