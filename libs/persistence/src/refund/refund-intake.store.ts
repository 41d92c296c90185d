import { RefundError, type Principal, type RefundRequest } from '@zikui/domain';
import type { Database } from '../database/database';
import type { StartRefund } from '../outbox/start-refund';
import type { QuoteView } from './quote.view';
import type { RefundView } from './refund.view';

/** One POST as its caller named it. */
export type IdempotentRequest = Readonly<{
  route: string;
  key: string;
  /** SHA-256 of the canonical body. */ bodyHash: string;
}>;
/** `start` is null when the refund was accepted before: its process was started then, or waits in the outbox. */
export type AcceptedRefund = Readonly<{ replayed: boolean; view: RefundView; start: StartRefund | null }>;
/** Durations that every new process gets with its input, so that tests can make them short. */
export type ProcessDurations = Readonly<{ lookUpsMs: readonly number[]; pendingLimitMs: number }>;
export type IntakeOptions = Readonly<{ masterKey: Buffer; durations: ProcessDurations }>;

/** Where refunds come in. Nothing else takes units, amounts or reservations of a sale. */
export class RefundIntakeStore {
  constructor(
    private readonly database: Database,
    private readonly options: IntakeOptions,
  ) {}

  /** What the request would pay now, and why; writes and locks nothing. Throws the refusal. */
  async quote(principal: Principal, request: RefundRequest): Promise<QuoteView> {
    void [this.database, this.options, principal, request];
    throw new RefundError('internal');
  }

  /**
   * Accepts a refund once per (merchant, route, key): reservations, rows, outbox and answer in one transaction, decided
   * on rows read after their locks. A repeat gets the first answer. Throws the refusal, `request_in_progress` while the
   * first is running, `idempotency_conflict` for another body; then nothing is written.
   */
  async accept(principal: Principal, request: RefundRequest, idempotency: IdempotentRequest): Promise<AcceptedRefund> {
    void [principal, request, idempotency];
    throw new RefundError('internal');
  }
}
