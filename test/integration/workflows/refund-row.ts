import { randomUUID } from 'node:crypto';
import type {
  AttemptStatus,
  MessageKind,
  NewDestination,
  RefundStatus,
  TransferOutcome,
  TransferStatus,
} from '@zikui/domain';
import type { ProcessTransfer, QueuedMessage } from '@zikui/activities';
import type { RefundPlan } from './refund-plan';

export type TransferRow = {
  readonly id: string;
  readonly no: number;
  readonly gateway: string;
  readonly destination: ProcessTransfer['destination'];
  status: TransferStatus;
  /** Something keeps it from being sent. */ held?: boolean;
  attempt: { id: string; no: number; status: AttemptStatus; sentAtMs: number };
};

/** One refund as the tables would hold it. */
export class RefundRow {
  readonly id = randomUUID();
  readonly merchantId = randomUUID();
  readonly returnId = randomUUID();
  snapshotHash = 'a'.repeat(64);
  readonly transfers: TransferRow[];
  /** How many transfers pay it. */ readonly owed: number;
  repairs = 0;
  readonly messages = new Map<string, { kind: MessageKind; status: 'queued' | 'sent' | 'failed' }>();
  /** Statuses in the order in which they were written. */ readonly history: RefundStatus[] = ['requested'];
  status: RefundStatus = 'requested';
  step = 1;
  /** Of the open step. */ approvals = 0;
  /** When nobody's decision is told of next. */ nextAtMs: readonly number[] = [];
  dueAtMs: number | null = null;
  version = 0;
  reviewDue = false;
  label: 'none' | 'ordered' | 'cancelled' = 'none';
  readonly notes: string[] = [];
  /** The rows do not write down that a step was reminded of. */ keepsStepDue = false;
  /** The merchant has an account at the gateway. */ hasAccount = true;
  /** How often the rows say that only a part of the goods has come. */ partsMissing = 0;
  awayFor: number;
  /** Refuses the next decision or cancellation with this code, as the rows might. */ refuseNext: string | null = null;

  constructor(readonly plan: RefundPlan) {
    this.awayFor = plan.databaseAwayFor;
    const kinds = plan.storeCredit ? [undefined] : plan.transfers;
    this.transfers = kinds.map((_, index) => ({
      id: randomUUID(),
      no: index + 1,
      gateway: plan.storeCredit ? 'store_credit' : 'stripe',
      destination: plan.storeCredit ? 'store_credit' : 'payment',
      status: 'planned',
      attempt: { id: randomUUID(), no: 1, status: 'prepared', sentAtMs: 0 },
    }));
    this.owed = kinds.length;
  }

  move(to: RefundStatus): void {
    if (to === this.status) return;
    this.status = to;
    this.history.push(to);
  }

  queue(...kinds: readonly MessageKind[]): QueuedMessage[] {
    if (!this.plan.tells) return [];
    return kinds.map((kind) => {
      const id = randomUUID();
      this.messages.set(id, { kind, status: 'queued' });
      return { id, kind };
    });
  }

  transferRows(): ProcessTransfer[] {
    return this.transfers.map(({ id, no, gateway, destination, status }) => ({
      id,
      no,
      gateway,
      destination,
      status,
      label: '100.00 ILS',
    }));
  }

  /** The money goes elsewhere: another transfer takes the place of this one, and a decision is bound to something new. */
  replace(transfer: TransferRow, destination: NewDestination): void {
    transfer.status = 'released';
    this.snapshotHash = 'b'.repeat(64);
    this.transfers.push({
      id: randomUUID(),
      no: this.transfers.length + 1,
      gateway: destination,
      destination,
      status: 'planned',
      attempt: { id: randomUUID(), no: 1, status: 'prepared', sentAtMs: 0 },
    });
  }

  /** A person wants it sent again: a declined one under a new attempt, a reversed one as a new transfer. */
  retry(transfer: TransferRow): void {
    this.reviewDue = false;
    if (transfer.status === 'reversed') {
      const attempt = { id: randomUUID(), no: 1, status: 'prepared' as const, sentAtMs: 0 };
      const anew = { id: randomUUID(), no: this.transfers.length + 1, gateway: transfer.gateway, attempt };
      this.transfers.push({ ...anew, destination: transfer.destination, status: 'planned' });
    }
    if (transfer.status !== 'declined') return;
    transfer.status = 'planned';
    transfer.attempt = { id: randomUUID(), no: transfer.attempt.no + 1, status: 'prepared', sentAtMs: 0 };
  }

  /** What an answer or a webhook makes of a transfer. */
  tell(transfer: TransferRow, told: TransferOutcome): TransferOutcome {
    const { status } = transfer;
    if (told === 'settled') transfer.status = 'settled';
    else if (told === 'declined' && status !== 'settled') transfer.status = 'declined';
    else if (told === 'pending' && ['sending', 'in_doubt'].includes(status)) transfer.status = 'pending';
    else if (told === 'unknown' && ['sending', 'pending'].includes(status)) transfer.status = 'in_doubt';
    transfer.attempt.status = OF_ATTEMPT[transfer.status] ?? transfer.attempt.status;
    return outcomeOf(transfer.status);
  }
}

const OF_ATTEMPT: Readonly<Partial<Record<TransferStatus, AttemptStatus>>> = {
  settled: 'succeeded',
  declined: 'refused',
  pending: 'pending',
  in_doubt: 'unknown',
};
export const outcomeOf = (status: TransferStatus): TransferOutcome =>
  status === 'settled' || status === 'declined' || status === 'pending' ? status : 'unknown';
