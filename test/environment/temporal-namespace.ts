import { Connection } from '@temporalio/client';
import { ensureNamespace } from '../../tools/local-stack/temporal-namespace';

/** A namespace on the run's server, by default one of this jest worker, with our search attributes; ready when this returns. Making it twice is fine. */
export async function testNamespace(
  namespace = `jest-${process.env['JEST_WORKER_ID'] ?? '1'}`,
): Promise<Readonly<{ address: string; namespace: string }>> {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (address === undefined)
    throw new Error('TEMPORAL_ADDRESS is not set: run through the jest projects, whose setup starts a server');
  const connection = await Connection.connect({ address });
  try {
    await ensureNamespace(connection, namespace, { retention: '1 day', change: false });
    return { address, namespace };
  } finally {
    await connection.close();
  }
}
