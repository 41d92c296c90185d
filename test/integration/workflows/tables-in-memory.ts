import type {
  ClaimedTransfer,
  LookedUpAttempt,
  OpenedRefund,
  OpenedRepair,
  Projected,
  ProjectMove,
  QueuedMessage,
  RefundProcessBook,
  Transition,
  TransferBook,
  UnknownAnswer,
} from '@zikui/activities';
import { RefundError, statusOfMoney, type GatewayOutcome, type TransferOutcome } from '@zikui/domain';
import { outcomeOf, type RefundRow, type TransferRow } from './refund-row';

type Moves = {
  [K in ProjectMove['kind']]: (row: RefundRow, move: Extract<ProjectMove, { kind: K }>) => QueuedMessage[];
};

/** The stores of a refund's process without a database: the same rules, as far as processes can see them. */
export class TablesInMemory implements RefundProcessBook, TransferBook {
  private readonly rows = new Map<string, RefundRow>();
  private readonly stored = new Map<string, Projected>();
  /** The first move is written, and the answer to it lost, as long as this holds. */ losesOpenings = false;

  add(row: RefundRow): void {
    this.rows.set(row.id, row);
  }

  async open(at: Transition): Promise<OpenedRefund> {
    const row = this.row(at.refundId);
    const { plan } = row;
    const resume = row.status !== 'requested';
    const messages = resume ? [] : this.firstMove(row);
    if (this.losesOpenings) throw new Error('the answer to COMMIT was lost');
    const now = Date.now();
    return {
      status: row.status,
      resume,
      openStep: this.openStep(row),
      stepCount: plan.steps,
      snapshotHash: row.snapshotHash,
      statutory: plan.statutory,
      requesterOwner: 'owner:asked',
      silentUntilMs: plan.steps > 0 ? now + plan.silenceMs : null,
      reviewAtMs: null,
      goods: plan.goods && { returnId: row.returnId, no: 1, ...plan.goods, dueAtMs: now + plan.goods.windowMs },
      storeCredit: plan.storeCredit,
      transfers: row.transferRows(),
      messages,
    };
  }

  /** As the rows do: a completed refund whose money came back goes to a person, above the version that completed it. */
  async openRepair(at: Transition, repair: number): Promise<OpenedRepair> {
    const row = this.row(at.refundId);
    const isOver = row.repairs !== repair;
    const before = row.status;
    if (before === 'completed' && !isOver) row.move('needs_review');
    const messages = row.status === before ? [] : row.queue('refund_returned');
    row.version = Math.max(row.version + 1, at.version);
    const opened = await this.open(at);
    return { ...opened, messages, version: row.version, ...(isOver ? { status: 'completed' } : {}) };
  }

  async project(at: Transition, move: ProjectMove): Promise<Projected> {
    return this.write(at, (row) => {
      const mayBeRefused = move.kind === 'decision' || move.kind === 'cancel' || move.kind === 'resolution';
      if (mayBeRefused && row.refuseNext !== null) {
        const refused = row.refuseNext;
        row.refuseNext = null;
        return { refused, messages: [] };
      }
      if (move.kind === 'decision' && (row.status !== 'awaiting_approval' || this.openStep(row)?.no !== move.step)) {
        return { refused: 'step_not_open', messages: [] };
      }
      if (move.kind === 'goods_arrived' && row.partsMissing > 0) {
        row.partsMissing -= 1;
        return { refused: 'invalid_state', messages: [] };
      }
      const carryOut = MOVES[move.kind] as (row: RefundRow, move: ProjectMove) => QueuedMessage[];
      return { refused: null, messages: carryOut(row, move) };
    });
  }

  async finish(at: Transition): Promise<Projected> {
    return this.write(at, (row) => {
      for (const transfer of row.transfers) {
        const isDue = transfer.destination === 'store_credit' && transfer.status === 'planned' && !transfer.held;
        if (isDue) transfer.status = 'settled';
      }
      return { refused: null, messages: followMoney(row) };
    });
  }

  async claim(_merchantId: string, transferId: string): Promise<ClaimedTransfer> {
    const { transfer } = this.transfer(transferId);
    const { attempt } = transfer;
    if (['succeeded', 'refused', 'pending'].includes(attempt.status)) {
      return { kind: 'done', outcome: outcomeOf(transfer.status) };
    }
    const repeated = attempt.status !== 'prepared';
    if (transfer.held === true && !repeated) return { kind: 'held', reason: 'kill_switch' };
    if (!repeated) attempt.sentAtMs = Date.now();
    attempt.status = 'sent';
    transfer.status = 'sending';
    return { kind: 'send', attemptId: attempt.id, ask: askOf(transfer), repeated, sentAtMs: attempt.sentAtMs };
  }

  async record(
    _merchantId: string,
    attemptId: string,
    answer: GatewayOutcome | UnknownAnswer,
  ): Promise<TransferOutcome> {
    const { row, transfer } = this.find((candidate) => candidate.attempt.id === attemptId);
    return row.tell(transfer, answer.kind);
  }

  async notSent(_merchantId: string, attemptId: string): Promise<void> {
    const { transfer } = this.find((candidate) => candidate.attempt.id === attemptId);
    transfer.status = 'planned';
    transfer.attempt.status = 'prepared';
  }

  async noteLookUp(_merchantId: string, attemptId: string): Promise<void> {
    // There is no timeline here; only an attempt that is known may be noted.
    this.find((candidate) => candidate.attempt.id === attemptId);
  }

  async lookUpAsk(_merchantId: string, transferId: string): Promise<LookedUpAttempt> {
    const { transfer } = this.transfer(transferId);
    const { attempt, status } = transfer;
    if (status === 'settled' || status === 'declined') return { kind: 'done', outcome: status };
    if (attempt.status !== 'sent' && attempt.status !== 'pending' && attempt.status !== 'unknown') {
      return { kind: 'not_sent' };
    }
    return {
      kind: 'ask',
      attemptId: attempt.id,
      ask: askOf(transfer),
      status: attempt.status,
      sentAtMs: attempt.sentAtMs,
    };
  }

  transfer(transferId: string): { row: RefundRow; transfer: TransferRow } {
    return this.find(({ id }) => id === transferId);
  }

  rowOf(find: (row: RefundRow) => boolean): RefundRow {
    const row = [...this.rows.values()].find(find);
    if (row === undefined) throw new RefundError('not_found');
    return row;
  }

  private firstMove(row: RefundRow): QueuedMessage[] {
    if (row.plan.steps > 0) openStep(row);
    else return goOn(row);
    return row.queue('refund_received');
  }

  /** One transition, stored under its run and number, so that a repeat meets the first answer. */
  private write(
    at: Transition,
    carryOut: (row: RefundRow) => { refused: string | null; messages: QueuedMessage[] },
  ): Projected {
    const row = this.row(at.refundId);
    const key = [at.refundId, at.runId, at.seq].join();
    const known = this.stored.get(key);
    if (known) return known;
    if (at.version <= row.version) throw new Error('A version did not rise');
    row.version = at.version;
    const { refused, messages } = carryOut(row);
    const projected: Projected = {
      applied: refused === null,
      status: row.status,
      openStep: this.openStep(row),
      dueAtMs: row.dueAtMs,
      refused,
      snapshotHash: row.snapshotHash,
      transfers: row.transferRows(),
      messages,
    };
    this.stored.set(key, projected);
    return projected;
  }

  private openStep(row: RefundRow): Projected['openStep'] {
    if (row.status !== 'awaiting_approval') return null;
    const { needed, stepDueMs } = row.plan;
    const step = { no: row.step, role: 'lead', dueAtMs: null };
    if (needed === 1 && stepDueMs === null) return step;
    return { ...step, missing: needed - row.approvals, nextAtMs: row.nextAtMs[0] ?? null };
  }

  private row(refundId: string): RefundRow {
    const row = this.rowOf(({ id }) => id === refundId);
    if (row.awayFor > 0) {
      row.awayFor -= 1;
      throw new RefundError('unavailable');
    }
    return row;
  }

  private find(isIt: (transfer: TransferRow) => boolean): { row: RefundRow; transfer: TransferRow } {
    const row = this.rowOf(({ transfers }) => transfers.some(isIt));
    const transfer = row.transfers.find(isIt);
    if (transfer === undefined) throw new RefundError('not_found');
    return { row, transfer };
  }
}

const MOVES: Moves = {
  decision: (row, { outcome }) => {
    if (outcome === 'reject') return ends(row, 'rejected');
    row.approvals += 1;
    if (row.approvals < row.plan.needed) return [];
    row.step += 1;
    openStep(row);
    return row.step <= row.plan.steps ? [] : goOn(row);
  },
  silence: (row) => silent(row),
  step_due: (row) => {
    row.notes.push(row.nextAtMs.length > 1 ? 'reminded' : 'escalated');
    if (!row.keepsStepDue) row.nextAtMs = row.nextAtMs.slice(1);
    return [];
  },
  goods_expired: (row) => silent(row),
  goods_arrived: (row) => {
    row.move('processing');
    return row.queue('goods_received');
  },
  cancel: (row) => ends(row, 'cancelled'),
  operator_cancel_ignored: (row) => {
    row.notes.push('operator_cancel_ignored');
    return [];
  },
  deadline: (row, { dueAtMs }) => {
    row.dueAtMs = dueAtMs;
    return [];
  },
  resolution: (row, { action, transfer: id, finding, destination }) => {
    const transfer = row.transfers.find((one) => one.id === id);
    row.notes.push([action, ...(finding === null ? [] : [finding])].join(' '));
    if (action === 'await_goods' || action === 'ask_approval') {
      row.step = 1;
      row.dueAtMs = Date.now() + row.plan.silenceMs;
      row.move(action === 'await_goods' ? 'awaiting_return' : 'awaiting_approval');
      return [];
    }
    if (action === 'change_destination' && transfer && destination) {
      row.replace(transfer, destination);
      row.step = 1;
      row.move('awaiting_approval');
      return [];
    }
    if (action === 'fail' || action === 'close_short') return ends(row, action === 'fail' ? 'failed' : 'completed');
    if (action === 'mark_settled' && transfer) row.tell(transfer, 'settled');
    if (action === 'mark_declined' && transfer) row.tell(transfer, 'declined');
    if (action === 'retry' && transfer) row.retry(transfer);
    return followMoney(row);
  },
  money: (row, { exhausted, unanswered }) => {
    row.reviewDue ||= exhausted;
    for (const transfer of row.transfers) {
      if (unanswered.includes(transfer.id) && transfer.attempt.status === 'sent') row.tell(transfer, 'unknown');
    }
    return followMoney(row);
  },
};

function openStep(row: RefundRow): void {
  const now = Date.now();
  row.approvals = 0;
  row.nextAtMs = (row.plan.stepDueMs ?? []).map((ms) => now + ms);
  row.dueAtMs = now + row.plan.silenceMs;
  row.move('awaiting_approval');
}

function goOn(row: RefundRow): QueuedMessage[] {
  const { goods, steps } = row.plan;
  row.dueAtMs = null;
  row.move(goods?.mode === 'required' ? 'awaiting_return' : 'processing');
  return steps > 0 && row.status === 'processing' ? row.queue('refund_approved') : [];
}

function followMoney(row: RefundRow): QueuedMessage[] {
  const before = row.status;
  const money = row.transfers.map(({ status, held, destination }) => ({
    status,
    amount: 1,
    reviewDue: row.reviewDue
      ? ('no_answer' as const)
      : held && destination === 'store_credit'
        ? ('dispute_open' as const)
        : null,
  }));
  row.move(statusOfMoney(money, row.owed).status);
  if (row.status === before) return [];
  if (row.status === 'completed') return row.queue(row.plan.storeCredit ? 'credit_issued' : 'refund_completed');
  return row.status === 'awaiting_gateway' ? row.queue('refund_sent') : [];
}

function ends(row: RefundRow, status: 'rejected' | 'cancelled' | 'expired' | 'failed' | 'completed'): QueuedMessage[] {
  row.move(status);
  for (const transfer of row.transfers) if (transfer.status !== 'settled') transfer.status = 'released';
  return row.queue(status === 'failed' ? 'refund_cancelled' : `refund_${status}`);
}

function silent(row: RefundRow): QueuedMessage[] {
  if (!row.plan.statutory) return ends(row, 'expired');
  row.move('needs_review');
  return [];
}

const askOf = ({ id, attempt }: TransferRow): Extract<ClaimedTransfer, { kind: 'send' }>['ask'] => ({
  idempotencyKey: named('zk', id, attempt.no),
  reference: named('zr', id, attempt.no),
  gatewayRef: `pi_${id}`,
  amount: { amount: 10_000, currency: 'ILS' },
});

/** Each attempt has its own key and reference. */
const named = (prefix: string, id: string, no: number): string => `${prefix}_${id}${no === 1 ? '' : `_${String(no)}`}`;
