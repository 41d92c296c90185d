import type { RefundStatus } from '@zikui/domain';
import type { Database } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import { foundReview, moneyEvidence } from './found-review';
import type { ReviewRecord } from './review-record';
import { FIND_REVIEW, SELECT_REVIEWS } from './review.sql';
import type { FoundReview, MoneyEvidence, ReviewFilter, ReviewView } from './review.view';
import { STUCK } from './stuck';
import type { LookUpTerms } from './transfer-evidence';

/** Refunds that do not go on by themselves, as the people see them who resolve them. */
export class ReviewStore {
  constructor(
    private readonly database: Database,
    private readonly terms: LookUpTerms,
  ) {}

  /** Any refund, whatever its status; `undefined` for an unknown one or another merchant's. */
  async find(merchantId: string, refundId: string): Promise<FoundReview | undefined> {
    const record = await this.record(merchantId, refundId);
    return record && foundReview(record, this.terms);
  }

  /** What was sent for a refund, whatever its status; `undefined` for an unknown one or another merchant's. */
  async evidence(merchantId: string, refundId: string): Promise<MoneyEvidence | undefined> {
    const record = await this.record(merchantId, refundId);
    return record && moneyEvidence(record, this.terms);
  }

  /** What stands in `needs_review` or `in_doubt`, or what is pending for one reason, the refund that was asked for first at the top. All that is given must hold. Throws `invalid_field` for a cursor that is none. */
  async list(
    merchantId: string,
    { status, pendingReason, refundId, limit, after }: ReviewFilter,
  ): Promise<Page<ReviewView>> {
    const some = pendingReason === undefined ? STUCK : MAY_BE_PENDING;
    const statuses = status === undefined ? some : [status];
    const behind = idBehind(after);
    const params = [merchantId, statuses, behind, limit + 1, pendingReason ?? null, refundId ?? null];
    const found = await this.database.read({ merchantId }, (tx) => tx.query<ReviewRecord>(LIST, params));
    return pageById(found, limit, (record) => foundReview(record, this.terms).view);
  }

  private async record(merchantId: string, refundId: string): Promise<ReviewRecord | undefined> {
    const [record] = await this.database.read({ merchantId }, (tx) =>
      tx.query<ReviewRecord>(FIND_REVIEW, [merchantId, refundId]),
    );
    return record;
  }
}

const MAY_BE_PENDING: readonly RefundStatus[] = ['awaiting_gateway', ...STUCK];

// Ids rise with time. The page is chosen first: what belongs to a refund is read for the refunds of the page only.
const LIST = `${PLANNED_ANEW} ${SELECT_REVIEWS} WHERE r.merchant_id = $1 AND r.id = ANY (ARRAY(
  SELECT q.id FROM refund q WHERE q.merchant_id = $1 AND q.status = ANY ($2::text[]) AND ($3::uuid IS NULL OR q.id > $3) AND ($6::uuid IS NULL OR q.id = $6)
    AND ($5::text IS NULL OR EXISTS (SELECT FROM transfer w WHERE w.refund_id = q.id AND w.status = 'pending' AND w.pending_reason = $5))
  ORDER BY q.id LIMIT $4))
ORDER BY r.id`;
