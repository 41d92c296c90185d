import {
  applyNews,
  carrierWorkflowId,
  isClosed,
  LOOK_UPS_MS,
  PENDING_LIMIT_MS,
  type GatewayNews,
  type NewsEffect,
  type NewsResult,
  type TransferStatus,
} from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import type { ProcessDurations } from '../intake/process-durations';
import { startRepair } from '../outbox/start-repair';
import { wrongAmount } from '../transfer/gateway-answer';
import {
  attemptById,
  loadTransfer,
  lockForNews,
  type LoadedAttempt,
  type LoadedTransfer,
} from '../transfer/loaded-transfer';
import { comparable, transferState } from '../transfer/transfer-state';
import { takeUpMovement } from '../transfer/unclaimed-movement';
import { writeNews } from '../transfer/write-news';
import { endEvent, storeEvent, type InboxResult } from './inbox-row';
import type { GatewaySignal, Received } from './inbox.types';
import { matchAttempt } from './match-attempt';
import { takeUnmatched } from './unmatched';

const OF_THE_HOUSE: ProcessDurations = { lookUpsMs: LOOK_UPS_MS, pendingLimitMs: PENDING_LIMIT_MS };

/** So long an unknown movement is looked for among our own; then it is somebody else's. */
const UNMATCHED_FOR_MS = 10 * 60_000;

export type GatewayInboxOptions = Readonly<{
  /** After this long, money that moved under an unknown reference is imported; ten minutes when left out. */
  unmatchedForMs?: number;
  /** Of the repairs that reversals begin; those of the house when left out. */ durations?: ProcessDurations;
}>;

/** Facts that gateways announce. Each is stored once and applied to the money in the same transaction. */
export class GatewayInboxStore {
  constructor(
    private readonly database: Database,
    private readonly options: GatewayInboxOptions = {},
  ) {}

  /** Stores and applies one event. Told twice, it changes nothing the second time. An event that changes nothing wakes no process; the reversal of a completed refund puts the start of its repair into the outbox. */
  async receive(merchantId: string, gateway: string, news: GatewayNews): Promise<Received<GatewaySignal>> {
    return this.database.write({ merchantId }, async (tx) => {
      const { eventId, type } = news;
      const { id, first } = await storeEvent(tx, {
        merchantId,
        source: `gateway:${gateway}`,
        eventId,
        type,
        fact: news,
      });
      if (!first) return { duplicate: true, inboxId: id, signal: null };
      const result = await this.apply(tx, merchantId, gateway, news);
      await endEvent(tx, id, result);
      return { duplicate: false, inboxId: id, signal: signalOf(result) };
    });
  }

  /** Tries again to find the transfers of up to `limit` events that belonged to none when they came; money that moved and still belongs to none after ten minutes is imported as an external refund. Returns how many were matched or imported; their signals are then due. */
  async rematch(limit: number): Promise<number> {
    let matched = 0;
    for (let count = 0; count < limit; count += 1) {
      const event = await takeUnmatched<GatewayNews>(this.database, 'gateway');
      if (!event) break;
      // Each in a transaction of its own: the locks of two payments are never held at once.
      const state = await this.database.write(event, async (tx) => {
        const gateway = event.source.replace('gateway:', '');
        const applied = await this.apply(tx, event.merchantId, gateway, event.fact);
        const isOver = event.ageMs >= (this.options.unmatchedForMs ?? UNMATCHED_FOR_MS);
        const result =
          applied.state === 'unmatched' && isOver ? await takeUp(tx, event.merchantId, gateway, event.fact) : applied;
        await endEvent(tx, event.id, result);
        return result.state;
      });
      if (state !== 'unmatched') matched += 1;
    }
    return matched;
  }

  private async apply(tx: Tx, merchantId: string, gateway: string, news: GatewayNews): Promise<InboxResult> {
    const match = await matchAttempt(tx, merchantId, gateway, news);
    if (!match) return { state: 'unmatched' };
    const { status, amount } = news.outcome;
    await lockForNews(tx, match.transferId);
    const transfer = await loadTransfer(tx, match.transferId);
    const attempt = attemptById(transfer, match.attemptId);
    // A second movement that is not made, or not yet, is none.
    if (match.isOther && status !== 'settled') return { state: 'recorded', refundId: transfer.refund.id };
    const result = match.isOther ? secondMovement(transfer, attempt) : resultOf(transfer, attempt, news);
    const changed = await writeNews(tx, transfer, attempt, result, {
      actor: `gateway:${gateway}`,
      // The attempt keeps the id of its own movement.
      gatewayRefundId: match.isOther ? null : news.gatewayRefundId,
      pendingReason: news.outcome.pendingReason,
      reason: news.outcome.reason,
      moved: { gatewayRefundId: news.gatewayRefundId, ...amount, at: news.occurredAt },
      evidence: match.isOther ? { otherGatewayRefundId: news.gatewayRefundId } : wrongAmount(transfer, amount),
    });
    const { refund } = transfer;
    if (refund.status === 'completed' && (needsRepair(result) || (await hasSurplus(tx, transfer, result))))
      await startRepair(tx, refund.id, this.options.durations ?? OF_THE_HOUSE);
    // A second movement of a transfer that was given up may have stopped what was to be sent in its place.
    const signalled = match.isOther && !GIVEN_UP.includes(transfer.status) ? null : SIGNALLED[result.effect];
    if (!changed || signalled === null || isClosed(refund.status)) return { state: 'recorded', refundId: refund.id };
    return { state: 'to_signal', refundId: refund.id, signal: wake(transfer, news, signalled) };
  }
}

const GIVEN_UP: readonly TransferStatus[] = ['reversed', 'released'];

/** Money moved beside what was paid in its place: the customer has it twice. */
async function hasSurplus(tx: Tx, { refund }: LoadedTransfer, { effect }: NewsResult): Promise<boolean> {
  if (effect !== 'external_refund') return false;
  const [row] = await tx.query<{ surplus: number }>(`SELECT surplus FROM refund WHERE id = $1`, [refund.id]);
  return row !== undefined && row.surplus > 0;
}

/** Nobody asked for it here. Only what surely moved is taken up; what is pending is announced again. */
async function takeUp(tx: Tx, merchantId: string, gateway: string, news: GatewayNews): Promise<InboxResult> {
  const { gatewayRef, gatewayRefundId, occurredAt, outcome } = news;
  if (outcome.status !== 'settled') return { state: 'unmatched' };
  const movement = { merchantId, gateway, gatewayRef, gatewayRefundId, ...outcome.amount, movedAt: occurredAt };
  const taken = await takeUpMovement(tx, movement);
  if (taken.kind === 'unknown') return { state: 'unmatched' };
  if (taken.kind === 'imported') return { state: 'recorded', refundId: taken.refundId };
  const { refund } = taken.transfer;
  if (isClosed(refund.status)) return { state: 'recorded', refundId: refund.id };
  return { state: 'to_signal', refundId: refund.id, signal: wake(taken.transfer, news, 'recorded') };
}

const REVERSES: readonly NewsEffect[] = ['reverse', 'settle_and_reverse'];
/** The money came back, or moved after all when it had: in both cases people have to look. */
const needsRepair = ({ effect, alert }: NewsResult): boolean =>
  REVERSES.includes(effect) || alert === 'settled_after_reversal';

/** What the process of an open refund is told. Null wakes nobody: nothing changed. A closed refund has none: money that comes back begins a repair. */
const SIGNALLED: Readonly<Record<NewsEffect, GatewaySignal['status'] | null>> = {
  none: null,
  settle: 'settled',
  pending: 'pending',
  doubt: 'pending',
  decline: 'declined',
  reverse: 'recorded',
  settle_and_reverse: 'recorded',
  external_refund: 'recorded',
};

const resultOf = (transfer: LoadedTransfer, { no }: LoadedAttempt, { outcome, occurredAt }: GatewayNews): NewsResult =>
  applyNews(transferState(transfer), {
    attemptNo: no,
    status: outcome.status,
    amount: comparable(transfer, outcome.amount),
    occurredAtMs: Date.parse(occurredAt),
  });

/** A refund under our reference beside the one that is known: a movement that no transfer answers for. */
const secondMovement = (transfer: LoadedTransfer, { status }: LoadedAttempt): NewsResult => ({
  transferStatus: transfer.status,
  attemptStatus: status,
  withdrawAttemptNo: null,
  effect: 'external_refund',
  alert: 'external_refund',
  lastFinalNewsAtMs: transferState(transfer).lastFinalNewsAtMs,
});

const wake = (
  { id, refund }: LoadedTransfer,
  { eventId, gatewayRefundId, occurredAt }: GatewayNews,
  status: GatewaySignal['status'],
): Extract<InboxResult, { state: 'to_signal' }>['signal'] => ({
  name: 'gatewayEvent',
  workflowId: carrierWorkflowId(refund.merchantId, refund.id, refund.repairs),
  event: { eventId, transferId: id, status, gatewayRefundId, occurredAtMs: Date.parse(occurredAt) },
});

function signalOf(result: InboxResult): Received<GatewaySignal>['signal'] {
  if (result.state !== 'to_signal' || result.signal.name !== 'gatewayEvent') return null;
  const { workflowId, event } = result.signal;
  return { workflowId, event };
}
