import { Context } from '@temporalio/activity';
import type { GatewayMovement, ListsMovements } from '@zikui/domain';
import type { DueReconciliation, ReconciliationRunStore, ReconciliationTask } from '@zikui/persistence';
import { withFailures } from '../failure/failures';
import { withHeartbeat } from '../heartbeat/heartbeat';
import type { GatewayAccounts, Gateways } from '../transfer/transfer.ports';
import { compareBooks, type BooksPorts } from './compare-books';
import { reconcileProcesses, type ProcessPorts } from './reconcile-processes';

export type Listings = Gateways & Readonly<{ movements: (name: string) => ListsMovements | undefined }>;
export type ReconciliationActivities = ReturnType<typeof createReconciliationActivities>;
export type ReconciliationPorts = Readonly<{
  runs: ReconciliationRunStore;
  gateways: Listings;
  accounts: GatewayAccounts;
  processes: ProcessPorts;
}>;

/** What one round starts; more wait for the next. */
const MOST_DUE = 200;
const REPORT_PAGE = 500;

/** Comparisons of our books with those of gateways, and of our rows with their processes. */
export function createReconciliationActivities({ runs, gateways, accounts, processes }: ReconciliationPorts) {
  return withFailures({
    /** What is due by the calendar or was asked for, written down. */
    dueReconciliations: async (): Promise<{ due: readonly DueReconciliation[] }> => ({ due: await runs.due(MOST_DUE) }),
    /** Compares one account. Safe to repeat: differences that are known are seen again. */
    reconcileAccount: ({ reconciliationId }: { reconciliationId: string }): Promise<void> =>
      withHeartbeat(async () => {
        const task = await runs.begin(reconciliationId);
        if (task.isOver) return;
        const ports = await portsOf(task);
        if (ports === undefined) return runs.fail(task.id, 'gateway_cannot_list');
        const span = { fromMs: Date.parse(task.from), toMs: Date.parse(task.to) };
        await runs.finish(task, await compareBooks(ports, span));
      }),
    failReconciliation: ({ reconciliationId }: { reconciliationId: string }): Promise<void> =>
      runs.fail(reconciliationId, 'gateway_not_asked'),
    /** One round over all open refunds and told facts. */
    reconcileProcesses: (): Promise<void> => withHeartbeat(() => reconcileProcesses(processes)),
  });

  /** Undefined for a gateway that can't list what it did; its reports can be imported. */
  async function portsOf(task: ReconciliationTask): Promise<BooksPorts | undefined> {
    const ours = {
      owners: (movements: readonly GatewayMovement[]) => runs.owners(task, movements),
      sent: (after: string | null, limit: number) => runs.sent(task, after, limit),
      found: async (differences: Parameters<BooksPorts['found']>[0]) => {
        // Between two pages: a process that shuts down lets the next one begin anew.
        Context.current().cancellationSignal.throwIfAborted();
        await runs.found(task, differences);
      },
      unclaimed: (movements: readonly GatewayMovement[]) => runs.takeUp(task, movements),
    };
    if (task.source === 'report') {
      const account = { merchantId: task.merchantId, apiKey: '', webhookSecret: '' };
      const listing = {
        listMovements: ({ after }: { after: string | null }) => runs.reported(task, after, REPORT_PAGE),
      };
      // A report is all that there is: what it does not name, it does not know.
      return { ...ours, account, listing, gateway: { findRefund: () => Promise.resolve(undefined) } };
    }
    const listing = gateways.movements(task.gateway);
    if (!listing) return undefined;
    const account = await accounts.gatewayAccount(task.merchantId, task.gateway);
    return { ...ours, account, listing, gateway: gateways.gateway(task.gateway) };
  }
}
