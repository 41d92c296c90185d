import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { SEARCH_ATTRIBUTES } from '../../tools/local-stack/temporal';

const ALREADY_EXISTS = 6;
const INDEXED_TYPE = { Keyword: 2, Int: 3, Bool: 5, Datetime: 6 } as const;

/** A namespace of this jest worker on the run's server, with our search attributes; ready when this returns. Making it twice is fine. */
export async function testNamespace(
  name = `jest-${process.env['JEST_WORKER_ID'] ?? '1'}`,
): Promise<Readonly<{ address: string; namespace: string }>> {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (address === undefined)
    throw new Error('TEMPORAL_ADDRESS is not set: run through the jest projects, whose setup starts a server');
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService
      .registerNamespace({ namespace: name, workflowExecutionRetentionPeriod: msToTs('1 day') })
      .catch((error: unknown) => {
        if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
      });
    await untilKnown(connection, name);
    const searchAttributes = Object.fromEntries(
      Object.entries(SEARCH_ATTRIBUTES).map(([key, type]) => [key, INDEXED_TYPE[type]]),
    );
    await connection.operatorService
      .addSearchAttributes({ namespace: name, searchAttributes })
      .catch((error: unknown) => {
        if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
      });
    return { address, namespace: name };
  } finally {
    await connection.close();
  }
}

/** The server's own cache of namespaces lags behind a registration by up to some seconds. */
async function untilKnown(connection: Connection, namespace: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await connection.workflowService.listOpenWorkflowExecutions({ namespace, maximumPageSize: 1 });
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
