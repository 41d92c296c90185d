import { money, publicId, type Money, type Principal, type Reason, type RefundStatus } from '@zikui/domain';
import type { Database } from '../database/database';
import { cursorOfPlace, placeOf, placeOfCursor } from '../database/instant-place';
import { instantText } from '../database/instant-text';
import type { Page } from '../database/page';

/** A step as somebody decided it, and what became of its refund since. */
export type DecidedStep = Readonly<{
  refundId: string;
  step: number;
  outcome: 'approve' | 'reject';
  decidedAt: string;
  /** Whose authority he used, where it was not his own. */ onBehalfOf: string | null;
  saleRef: string;
  reason: Reason;
  payout: Money;
  status: RefundStatus;
}>;

/** What a person decided, by himself or by a key of his. */
export class DecidedStepStore {
  constructor(private readonly database: Database) {}

  /** Newest first. Reads only. Throws `invalid_field` for a cursor of another list. */
  async list(
    { merchantId, owner }: Principal,
    { limit, after }: Readonly<{ limit: number; after?: string }>,
  ): Promise<Page<DecidedStep>> {
    const [at, id] = placeOfCursor(after);
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<Row>(DECIDED, [merchantId, owner, at, id, limit + 1]),
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(shown), next: last ? cursorOfPlace(last.place, last.id) : null };
  }
}

type Row = Omit<DecidedStep, 'payout'> & Readonly<{ id: string; place: string; payout: number; currency: string }>;

const shown = ({ id: _, place: __, payout, currency, ...row }: Row): DecidedStep => ({
  ...row,
  refundId: publicId('refund', row.refundId),
  decidedAt: instantText(row.decidedAt),
  payout: money(payout, currency),
});

const DECIDED = `
SELECT d.id, r.id AS "refundId", s.no AS step, d.outcome, d.at AS "decidedAt", d.on_behalf_of AS "onBehalfOf", sale.sale_ref AS "saleRef",
  r.reason, r.payout, r.currency, r.status, ${placeOf('d.at')} AS place
FROM decision d JOIN approval_step s ON s.id = d.step_id JOIN refund r ON r.id = d.refund_id JOIN sale ON sale.id = r.sale_id
WHERE d.merchant_id = $1 AND d.owner = $2
  AND ($3::timestamptz IS NULL OR (d.at, d.id) < ($3::timestamptz, $4::uuid))
ORDER BY d.at DESC, d.id DESC LIMIT $5`;
