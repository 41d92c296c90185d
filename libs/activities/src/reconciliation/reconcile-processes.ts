import { carrierWorkflowId, LOOK_UPS_MS, PENDING_LIMIT_MS } from '@zikui/domain';
import type { LostProcessStore, OpenRefund, OrphanEvent, ProcessDifference } from '@zikui/persistence';

/** Where a process stands, by its own server. */
export type ProcessState =
  | Readonly<{ kind: 'running' }>
  | Readonly<{ kind: 'missing' }>
  | Readonly<{ kind: 'closed'; as: string; runId: string }>;
export interface ProcessStates {
  /** Throws when it cannot be known now. */
  stateOf(workflowId: string): Promise<ProcessState>;
}
export type LostProcessBook = Pick<
  LostProcessStore,
  'openRefunds' | 'orphanEvents' | 'startAgain' | 'wake' | 'lost' | 'found' | 'now' | 'resolveUnseen'
>;

/** A process that lives is touched or waits; one that is only slow is not disturbed. */
const UNTOUCHED_MS = 5 * 60_000;
const UNTOLD_MS = 10 * 60_000;
const PAGE = 200;
/** Questions to the server at a time. */
const AT_ONCE = 10;
const DURATIONS = { lookUpsMs: LOOK_UPS_MS, pendingLimitMs: PENDING_LIMIT_MS };

export type ProcessPorts = Readonly<{
  book: LostProcessBook;
  states: ProcessStates;
  /** How long a refund lies untouched before its process is asked after. */ untouchedMs?: number;
}>;

/**
 * One round: open refunds whose process does not exist are started again under the same id, those whose process ended go
 * to a person, and facts that were never told are told now. Everything it finds is shown as a difference until a later
 * round finds it no more. Safe to repeat; throws when the server can't be asked, and then resolves nothing.
 */
export async function reconcileProcesses(ports: ProcessPorts): Promise<void> {
  const { book, untouchedMs = UNTOUCHED_MS } = ports;
  const begunAt = await book.now();
  await walk(
    (after) => book.openRefunds(untouchedMs, after, PAGE),
    ({ refundId }) => refundId,
    (refund) => lookAt(ports, refund),
    (found) => book.found(found),
  );
  await walk(
    (after) => book.orphanEvents(UNTOLD_MS, after, PAGE),
    ({ inboxId }) => inboxId,
    (event) => takeUp(ports, event),
    (found) => book.found(found),
  );
  await book.resolveUnseen(begunAt);
}

async function lookAt({ book, states }: ProcessPorts, refund: OpenRefund): Promise<ProcessDifference | null> {
  const { merchantId, refundId, repairs, waitsForStart } = refund;
  const state = await states.stateOf(carrierWorkflowId(merchantId, refundId, repairs));
  const base = { merchantId, subject: refundId, refundId };
  if (state.kind === 'running') return null;
  if (state.kind === 'missing') {
    if (!waitsForStart) await book.startAgain(refund, DURATIONS);
    return { ...base, kind: 'process_missing', note: waitsForStart ? 'waits_for_its_start' : 'started_again' };
  }
  await book.lost(refund, state.runId);
  return { ...base, kind: 'process_closed', note: `ended_${state.as}` };
}

async function takeUp({ book }: ProcessPorts, event: OrphanEvent): Promise<ProcessDifference> {
  const { inboxId, merchantId, refundId, source, state } = event;
  if (state === 'to_signal') await book.wake(inboxId);
  const note = `${state === 'to_signal' ? 'told_again' : 'belongs_to_nothing'} ${source}`.slice(0, 120);
  return { merchantId, kind: 'event_orphaned', subject: inboxId, refundId, note };
}

async function walk<T>(
  page: (after: string | null) => Promise<readonly T[]>,
  idOf: (one: T) => string,
  look: (one: T) => Promise<ProcessDifference | null>,
  found: (differences: readonly ProcessDifference[]) => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const rows: readonly T[] = await page(after);
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const seen = await Promise.all(rows.slice(from, from + AT_ONCE).map(look));
      await found(seen.filter((one) => one !== null));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = idOf(last);
  }
}
