import { Client, Connection } from '@temporalio/client';

const WORKFLOW_TASK_SCHEDULED = 5;
const ACTIVITY_TASK_SCHEDULED = 10;
export type HistoryCounts = Readonly<{ events: number; tasks: number; activities: number }>;

/** Events, workflow tasks and regular activities of one closed workflow. */
export async function historyCounts(address: string, namespace: string, workflowId: string): Promise<HistoryCounts> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection, namespace });
    const handle = client.workflow.getHandle(workflowId);
    await handle.result();
    const events = (await handle.fetchHistory()).events ?? [];
    const count = (type: number): number => events.filter((event) => Number(event.eventType) === type).length;
    return { events: events.length, tasks: count(WORKFLOW_TASK_SCHEDULED), activities: count(ACTIVITY_TASK_SCHEDULED) };
  } finally {
    await connection.close();
  }
}
