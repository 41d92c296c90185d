import {
  applyAnswer,
  countsAgainstGateway,
  LONGEST_WAIT_OF_A_CALL_MS,
  RefundError,
  timelineDepth,
  type HoldReason,
  type RefundStatus,
  type TransferOutcome,
  type TransferStatus,
} from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import type { Database, Tx } from '../database/database';
import { answerOf, detailsOf } from './gateway-answer';
import {
  askOf,
  attemptById,
  loadTransfer,
  loadTransferOf,
  lockForAnswer,
  lockTransfer,
  newestAttempt,
  type LoadedAttempt,
  type LoadedTransfer,
} from './loaded-transfer';
import type { LookUpNow } from '../refund/refund-process.types';
import { HOLD_ON_TRANSFER } from '../sending-hold/hold-on-transfer.sql';
import { gatewayAnswered, gatewayFailed, pauseGateway } from '../sending-hold/gateway-pause';
import { prepareAttempts } from './prepare-attempts';
import { transferState } from './transfer-state';
import type { Claimed, GatewayAnswer, LookUp, NotReached } from './transfer.types';
import { writeNews } from './write-news';

/** Money on its way out: who may call the gateway, and what it answered. Each method is one transaction. */
export class TransferStore {
  constructor(
    private readonly database: Database,
    private readonly options: Readonly<{
      gatewayKeySecret: string;
      /** How long an account at a gateway rests at first when it fails too often. */ gatewayPauseMs?: number;
    }>,
  ) {}

  /** Makes the newest attempt `sent`, committed before the call, unless something holds the transfer: then it waits as planned. Of any number of callers at once exactly one gets `repeated: false`. Throws `not_found`, and `invalid_state` when the refund is not approved for paying. */
  async claim(merchantId: string, transferId: string): Promise<Claimed> {
    return this.database.write({ merchantId }, async (tx) => {
      const [, transfer] = await Promise.all([lockTransfer(tx, transferId), loadTransfer(tx, transferId)]);
      const attempt = newestAttempt(transfer);
      if (!attempt) throw new RefundError('invalid_state', { status: transfer.refund.status });
      if (!CLAIMABLE.includes(attempt.status) || GIVEN_UP.includes(transfer.status)) {
        return { kind: 'done', outcome: OUTCOME[transfer.status] };
      }
      if (!PAYING.includes(transfer.refund.status)) {
        throw new RefundError('invalid_state', { status: transfer.refund.status });
      }
      return send(tx, transfer, attempt);
    });
  }

  /** Writes an answer with its postings and its reservation. Safe to repeat; a late answer follows the event table, so the result is what holds now and not always what was told. `sending` says which sending was answered: a refusal of one that was repeated since is no proof. */
  async record(
    merchantId: string,
    attemptId: string,
    answer: GatewayAnswer,
    sending?: number,
  ): Promise<TransferOutcome> {
    return this.database.write({ merchantId }, async (tx) => {
      const [, transfer] = await Promise.all([lockForAnswer(tx, attemptId), loadTransferOf(tx, attemptId)]);
      const attempt = attemptById(transfer, attemptId);
      await this.heardFrom(tx, transfer, attempt, answer);
      return record(tx, transfer, attempt, isOvertaken(answer, attempt, sending) ? OVERTAKEN : answer, sending);
    });
  }

  /** The call surely never left: the transfer is planned again under a new attempt. An attempt that had been sent before stays in doubt instead. `why` is left out when the gateway had nothing to do with it. */
  async notSent(merchantId: string, attemptId: string, why?: NotReached): Promise<void> {
    await this.database.write({ merchantId }, async (tx) => {
      const [, transfer] = await Promise.all([lockForAnswer(tx, attemptId), loadTransferOf(tx, attemptId)]);
      const attempt = attemptById(transfer, attemptId);
      if (attempt.status !== 'sent' || attempt !== newestAttempt(transfer)) return overtaken();
      if (why) await this.turnedAway(tx, transfer, attempt, why);
      // Another call under the same key may have arrived: only the one that is known not to have left is no proof.
      if (attempt.sends > 1)
        await record(tx, transfer, attempt, { kind: 'unknown', evidence: { cause: 'not_reached' } });
      else await this.planAgain(tx, transfer, attempt, why?.cause ?? null);
    });
  }

  /** What to ask the gateway about the newest attempt. Writes nothing. Throws `not_found`. */
  async lookUpAsk(merchantId: string, transferId: string): Promise<LookUp> {
    const transfer = await this.database.read({ merchantId }, (tx) => loadTransfer(tx, transferId));
    const attempt = newestAttempt(transfer);
    const outcome = OUTCOME[transfer.status];
    if (outcome === 'settled' || outcome === 'declined') return { kind: 'done', outcome };
    if (!attempt || attempt.sentAt === null) return { kind: 'not_sent' };
    const { id, status, sentAt } = attempt;
    if (status !== 'sent' && status !== 'pending' && status !== 'unknown') return { kind: 'not_sent' };
    const sent = { sentAtMs: Date.parse(sentAt), lastSentAtMs: Date.parse(attempt.lastSentAt ?? sentAt) };
    return { kind: 'ask', attemptId: id, ask: askOf(transfer, attempt), status, ...sent };
  }

  /** Notes in the timeline that the gateway was asked what became of an attempt, by the schedule or before a repeat. Each call notes one asking. */
  async noteLookUp(merchantId: string, attemptId: string, finding: LookUpNow): Promise<void> {
    const facts = [attemptId, finding];
    await this.database.write({ merchantId }, (tx) => tx.last(NOTE_LOOK_UP, facts));
  }

  /** What an answer says of the gateway itself. Writes only where an account fails, or its pause is tried. */
  private async heardFrom(tx: Tx, transfer: LoadedTransfer, { id }: LoadedAttempt, answer: GatewayAnswer) {
    const cause = answer.kind === 'unknown' ? answer.evidence['cause'] : null;
    const call = callOf(transfer, id);
    if (countsAgainstGateway(cause)) await gatewayFailed(tx, call, this.pauseMs);
    else await gatewayAnswered(tx, call);
  }

  private async turnedAway(tx: Tx, transfer: LoadedTransfer, { id }: LoadedAttempt, why: NotReached): Promise<void> {
    const call = callOf(transfer, id);
    const waitMs = why.retryAfterMs ?? 0;
    if (why.cause === 'no_connection') await gatewayFailed(tx, call, this.pauseMs);
    else await gatewayAnswered(tx, call);
    if (waitMs > LONGEST_WAIT_OF_A_CALL_MS) await pauseGateway(tx, call, Math.min(waitMs, LONGEST_REST_MS));
  }

  private get pauseMs(): number {
    return this.options.gatewayPauseMs ?? FIRST_PAUSE_MS;
  }

  private async planAgain(
    tx: Tx,
    transfer: LoadedTransfer,
    attempt: LoadedAttempt,
    cause: string | null,
  ): Promise<void> {
    const { id, no, amount, currency } = transfer;
    await tx.query(PLAN_AGAIN, [
      id,
      attempt.id,
      transfer.refund.id,
      JSON.stringify({ transfer: no, amount, currency }),
      cause,
    ]);
    const next = { ...transfer, transferId: id, transferNo: no, attemptNo: attempt.no + 1 };
    await prepareAttempts(tx, this.options.gatewayKeySecret, transfer.refund, [next]);
  }
}

const FIRST_PAUSE_MS = 30_000;
/** Whatever a gateway asks for, an account is tried again within a day. */
const LONGEST_REST_MS = 24 * 60 * 60_000;

const callOf = ({ refund, gateway, probe }: LoadedTransfer, attemptId: string) => ({
  attemptId,
  merchantId: refund.merchantId,
  gateway,
  probe,
});

const CLAIMABLE: readonly string[] = ['prepared', 'sent', 'unknown'];
const GIVEN_UP: readonly TransferStatus[] = ['released', 'settled', 'reversed'];
/** Where a refund stands once it was approved for paying and is not over. */
const PAYING: readonly RefundStatus[] = ['processing', 'awaiting_gateway', 'in_doubt', 'needs_review'];

const OUTCOME: Readonly<Record<TransferStatus, TransferOutcome>> = {
  planned: 'unknown',
  sending: 'unknown',
  in_doubt: 'unknown',
  pending: 'pending',
  settled: 'settled',
  reversed: 'settled',
  declined: 'declined',
  released: 'declined',
};

/** A gateway without keys, or that forgot this one, may have carried out what it refused before. */
const isOvertaken = (answer: GatewayAnswer, { sends }: LoadedAttempt, sending: number | undefined): boolean =>
  answer.kind === 'declined' && sending !== undefined && sends > sending;
const OVERTAKEN: GatewayAnswer = { kind: 'unknown', evidence: { cause: 'refused_before_repeat' } };

async function send(tx: Tx, transfer: LoadedTransfer, attempt: LoadedAttempt): Promise<Claimed> {
  const { refund, gateway, currency } = transfer;
  const facts = [attempt.id, transfer.id, refund.merchantId, gateway, currency, refund.requestedBy, refund.reason];
  const note = { transfer: transfer.no, amount: transfer.amount, currency, again: attempt.status !== 'prepared' };
  const [sent] = await tx.last<Sent>(SEND, [...facts, refund.id, JSON.stringify(note)]);
  // Under the lock nobody else can have moved it: only a defect gets here, and has written nothing.
  if (!sent) throw new RefundError('internal');
  const ask = askOf(transfer, attempt);
  if (sent.held !== null) {
    // What was sent before may have moved money: it can be asked about, and stays what it is.
    if (attempt.status !== 'prepared') return { kind: 'look_up', attemptId: attempt.id, ask };
    return { kind: 'held', reason: sent.held };
  }
  return {
    kind: 'send',
    attemptId: attempt.id,
    ask,
    repeated: attempt.status !== 'prepared',
    sending: sent.sends,
    sentAtMs: Date.parse(sent.sentAt),
    lastSentAtMs: Date.parse(attempt.lastSentAt ?? sent.sentAt),
  };
}

async function record(
  tx: Tx,
  transfer: LoadedTransfer,
  attempt: LoadedAttempt,
  answer: GatewayAnswer,
  sending?: number,
): Promise<TransferOutcome> {
  const result = applyAnswer(transferState(transfer), answerOf(transfer, attempt, answer));
  const isWritten = await writeNews(tx, transfer, attempt, result, detailsOf(transfer, answer), tx.last);
  if (!isWritten && sending !== undefined && attempt.sends > sending) await overtaken();
  return OUTCOME[result.transferStatus];
}

/** A program that stood still while its sending was repeated has nothing to write when it goes on: only storms look at that. */
async function overtaken(): Promise<void> {
  await failpoint('gw.overtaken');
}

type Sent =
  Readonly<{ held: null; sentAt: string; sends: number }> | Readonly<{ held: HoldReason; sentAt: null; sends: null }>;

// Whether it may be sent is read by the statement that sends it: nothing fits between the look and the move.
const SEND = `
WITH hold AS MATERIALIZED (
  SELECT ${HOLD_ON_TRANSFER} AS reason
), sent AS (
  UPDATE attempt SET status = 'sent', sends = sends + 1, sent_at = coalesce(sent_at, now()), last_sent_at = now()
  FROM hold WHERE attempt.id = $1 AND attempt.status IN ('prepared', 'sent', 'unknown') AND hold.reason IS NULL
  RETURNING attempt.sent_at, attempt.sends
), noted AS (
  INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
  SELECT $3, $8, 'transfer_sent', '${timelineDepth('transfer_sent')}', 'system', $9::jsonb FROM sent
)
UPDATE transfer SET updated_at = now(),
  status = CASE WHEN hold.reason IS NULL THEN 'sending' ELSE transfer.status END,
  hold_reason = CASE WHEN transfer.status IN ('planned', 'declined') THEN hold.reason END,
  held_at = CASE WHEN transfer.status IN ('planned', 'declined') AND hold.reason IS NOT NULL THEN coalesce(transfer.held_at, now()) END
FROM hold LEFT JOIN sent ON true
WHERE transfer.id = $2 AND (hold.reason IS NOT NULL OR sent.sends IS NOT NULL)
RETURNING hold.reason AS held, sent.sent_at AS "sentAt", sent.sends`;

const PLAN_AGAIN = `
WITH unsent AS (
  UPDATE attempt SET status = 'not_sent', evidence = CASE WHEN $5::text IS NULL THEN evidence ELSE jsonb_build_object('cause', $5::text) END WHERE id = $2
), planned AS (
  UPDATE transfer SET status = 'planned', updated_at = now() WHERE id = $1 RETURNING merchant_id
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, $3, 'transfer_not_sent', '${timelineDepth('transfer_not_sent')}', 'system', $4::jsonb FROM planned`;

const NOTE_LOOK_UP = `
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT t.merchant_id, t.refund_id, 'looked_up', '${timelineDepth('looked_up')}', 'system', jsonb_build_object('transfer', t.no, 'finding', $2::text)
FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE a.id = $1`;
