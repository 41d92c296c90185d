import { Context } from '@temporalio/activity';
import type { GatewayMovement, GatewaysByName, ListsMovements } from '@zikui/domain';
import type { DueReconciliation, ReconciliationRunStore, ReconciliationTask, SentTransfer } from '@zikui/persistence';
import { withFailures } from '../failure/failures';
import { withHeartbeat } from '../heartbeat/heartbeat';
import type { GatewayAccounts, Gateways } from '../transfer/transfer.ports';
import { compareBooks, type BooksPorts } from './compare-books';
import { isKnownAtGateway } from './known-at-gateway';
import { reconcileProcesses, type ProcessPorts } from './reconcile-processes';

export type Listings = Gateways &
  Readonly<{ movements: (name: string) => ListsMovements | undefined; capabilities: GatewaysByName }>;
export type ReconciliationActivities = ReturnType<typeof createReconciliationActivities>;
export type ReconciliationPorts = Readonly<{
  runs: ReconciliationRunStore;
  gateways: Listings;
  accounts: GatewayAccounts;
  processes: ProcessPorts;
}>;

/** What one round starts; more wait for the next. */
const MOST_DUE = 200;
const PAGE = 500;

/** Comparisons of our books with those of gateways, and of our rows with their processes. */
export function createReconciliationActivities({ runs, gateways, accounts, processes }: ReconciliationPorts) {
  return withFailures({
    /** What is due by the calendar or was asked for, written down. */
    dueReconciliations: async (): Promise<{ due: readonly DueReconciliation[] }> => ({
      due: await runs.due(MOST_DUE, lagOf(gateways.capabilities)),
    }),
    /** Compares one account. Safe to repeat: differences that are known are seen again. */
    reconcileAccount: ({ reconciliationId }: { reconciliationId: string }): Promise<void> =>
      withHeartbeat(async () => {
        const task = await runs.begin(reconciliationId);
        if (task.isOver) return;
        const span = { fromMs: Date.parse(task.from), toMs: Date.parse(task.to) };
        await runs.finish(task, await compareBooks(await portsOf(task), span));
      }),
    failReconciliation: ({ reconciliationId }: { reconciliationId: string }): Promise<void> =>
      runs.fail(reconciliationId, 'gateway_not_asked'),
    /** One round over all open refunds and told facts. */
    reconcileProcesses: (): Promise<void> => withHeartbeat(() => reconcileProcesses(processes)),
  });

  async function portsOf(task: ReconciliationTask): Promise<BooksPorts> {
    const ours = {
      account: { merchantId: task.merchantId, apiKey: '', webhookSecret: '' },
      owners: (movements: readonly GatewayMovement[]) => runs.owners(task, movements),
      sent: (after: string | null, limit: number) => runs.sent(task, after, limit),
      found: async (differences: Parameters<BooksPorts['found']>[0]) => {
        // Between two pages: a process that shuts down lets the next one begin anew.
        Context.current().cancellationSignal.throwIfAborted();
        await runs.found(task, differences);
      },
      unclaimed: (movements: readonly GatewayMovement[]) => runs.takeUp(task, movements),
    };
    if (task.source === 'report') return { ...ours, ...(await reportOf(task)) };
    const listing = gateways.movements(task.gateway);
    if (listing === undefined) return { ...ours, ...announcementsOf(task) };
    const account = await accounts.gatewayAccount(task.merchantId, task.gateway);
    const gateway = gateways.gateway(task.gateway);
    const { visibleWithinMs } = gateway.capabilities.books;
    return {
      ...ours,
      account,
      listing,
      shows: (sentAt) => leftBefore(sentAt, Date.now() - visibleWithinMs),
      isKnown: (ours) => isKnownAtGateway({ account, gateway, listing }, ours),
    };
  }

  /** A report shows what was sent until some time before its end; an earlier report may have named it. */
  async function reportOf(
    task: ReconciliationTask,
  ): Promise<Pick<BooksPorts, 'listing' | 'sent' | 'shows' | 'isKnown'>> {
    const { books } = gateways.gateway(task.gateway).capabilities;
    const lagMs = books.by === 'report' ? books.visibleWithinMs : 0;
    const since = Date.parse(await runs.reportedSince(task));
    const from = new Date(
      Math.min(Date.parse(task.from), Math.max(since, Date.parse(task.from) - lagMs)),
    ).toISOString();
    return {
      listing: { listMovements: ({ after }) => runs.reported(task, after, PAGE) },
      sent: (after, limit) => runs.sent(task, after, limit, from),
      shows: (sentAt) => leftBefore(sentAt, Date.parse(task.to) - lagMs),
      isKnown: (ours) => runs.isReported(task, ours),
    };
  }

  /** A gateway that lists nothing has told what it told; that it told nothing of a refund proves nothing. */
  function announcementsOf(task: ReconciliationTask): Pick<BooksPorts, 'listing' | 'shows' | 'isKnown'> {
    return {
      listing: { listMovements: (ask) => runs.told(task, { ...ask, limit: PAGE }) },
      shows: () => false,
      isKnown: () => Promise.resolve(true),
    };
  }
}

/** How long the lists of gateways lag behind: a day is whole in them only then. */
const lagOf = (capabilities: GatewaysByName): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(capabilities).map(([name, { books }]) => [name, books.by === 'list' ? books.visibleWithinMs : 0]),
  );
const leftBefore = (sentAt: SentTransfer['sentAt'], atMs: number): boolean =>
  sentAt !== null && Date.parse(sentAt) <= atMs;
