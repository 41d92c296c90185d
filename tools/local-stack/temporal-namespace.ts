import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes';
import { msToTs } from '@temporalio/common/lib/time';
// By its path: jest's global setup, which uses this file, resolves no aliases.
import { REFUND_SEARCH_ATTRIBUTES } from '../../libs/workflows/src/refund/search-attributes';
import { waitUntil } from './process';

/** Numbers of gRPC's statuses. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/**
 * Makes the namespace if it is missing, with the time for which it keeps closed workflows, and adds the search attributes
 * that it lacks. The retention of one that is there is changed only if that is asked for. Ready for workflows when this
 * returns; safe to repeat.
 */
export async function ensureNamespace(
  connection: Connection,
  namespace: string,
  { retention, change }: Readonly<{ retention: '30 days' | '1 day'; change: boolean }>,
): Promise<void> {
  const workflowExecutionRetentionPeriod = msToTs(retention);
  const made = await connection.workflowService
    .registerNamespace({ namespace, workflowExecutionRetentionPeriod })
    .then(() => true, unless(ALREADY_EXISTS, false));
  if (!made && change)
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: workflowExecutionRetentionPeriod },
    });
  // The server's own cache of namespaces lags behind a registration by up to some seconds.
  await waitUntil(() => isKnown(connection, namespace), 20_000, `the namespace ${namespace} to be known`);
  await addMissingSearchAttributes(connection, namespace);
}

/** True when the server answers and knows the namespace. */
export const isKnown = (connection: Connection, namespace: string): Promise<boolean> =>
  connection.workflowService
    .listOpenWorkflowExecutions({ namespace, maximumPageSize: 1 })
    .then(() => true, unless(NOT_FOUND, false));

async function addMissingSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.values(REFUND_SEARCH_ATTRIBUTES).filter(({ name }) => !(name in customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(
    missing.map(({ name, type }) => [name, encodeSearchAttributeIndexedValueType(type) ?? 0]),
  );
  // Of two who add at once the second is told that they exist.
  await connection.operatorService
    .addSearchAttributes({ namespace, searchAttributes })
    .catch(unless(ALREADY_EXISTS, {}));
}

/** A rejection handler that answers `value` for one gRPC status and passes everything else on. */
const unless =
  <Value>(code: number, value: Value) =>
  (error: unknown): Value => {
    const got: number | undefined = isGrpcServiceError(error) ? error.code : undefined;
    if (got === code) return value;
    throw error;
  };
