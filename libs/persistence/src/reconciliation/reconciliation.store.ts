import { RefundError, type Principal } from '@zikui/domain';
import { cursorOf, partsOfCursor } from '../database/cursor';
import type { Database } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import { isUuid } from '../database/uuid';
import { invalidField } from '../invalid-field';
import { auditReconciliation } from './audit-reconciliation';
import {
  findView,
  insertReconciliation,
  lockKey,
  SELECT_RECONCILIATION,
  shown,
  viewOf,
  type PlacedView,
} from './reconciliation-rows';
import { differenceView, type DifferenceView, type ReconciliationView } from './reconciliation.view';

export type ReconciliationAsk = Readonly<{
  gateway: string;
  fromDay: string;
  toDay: string;
  /** The caller's name for this request, and the hash of its body. */ key: string;
  bodyHash: string;
}>;
export type AcceptedReconciliation = Readonly<{ id: string; view: ReconciliationView; replayed: boolean }>;
type Paging = Readonly<{ limit: number; after?: string }>;

/** Comparisons as merchants ask for them and read them. Each method is one transaction. */
export class ReconciliationStore {
  constructor(private readonly database: Database) {}

  /** Writes that an account is to be compared. A repeat under the same key gives the first one. Throws `idempotency_conflict`, `gateway_not_configured`. */
  async request(principal: Principal, ask: ReconciliationAsk): Promise<AcceptedReconciliation> {
    const { merchantId, actor } = principal;
    return this.database.write({ merchantId }, async (tx) => {
      await lockKey(tx, merchantId, ask.key);
      const [earlier] = await tx.query<{ id: string; bodyHash: string }>(EARLIER, [merchantId, ask.key]);
      if (earlier && earlier.bodyHash !== ask.bodyHash) throw new RefundError('idempotency_conflict');
      const id = earlier?.id ?? newId();
      if (!earlier) {
        await insertReconciliation(tx, { ...ask, id, merchantId, actor, source: 'gateway', status: 'requested' });
        await auditReconciliation(tx, principal, { ...ask, id, source: 'gateway' });
      }
      return { id, view: await viewOf(tx, merchantId, id), replayed: earlier !== undefined };
    });
  }

  /** Newest first. */
  async list(merchantId: string, { limit, after }: Paging): Promise<Page<ReconciliationView>> {
    const [at, id] = after === undefined ? [null, null] : partsOfCursor(after, ['string', 'string']);
    if (id !== null && !isUuid(String(id))) throw invalidField('/after', 'not a cursor of this list');
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<PlacedView>(LIST, [merchantId, at, id, limit + 1]),
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(shown), next: last ? cursorOf(last.place, last.id) : null };
  }

  find(merchantId: string, id: string): Promise<ReconciliationView | undefined> {
    return this.database.read({ merchantId }, (tx) => findView(tx, merchantId, id));
  }

  /** What a comparison saw last, resolved ones too, in the order in which they were first seen. */
  async differences(merchantId: string, id: string, { limit, after }: Paging): Promise<Page<DifferenceView>> {
    const from = idBehind(after);
    const params = [merchantId, id, from, limit + 1];
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<DifferenceView>(DIFFERENCES, params));
    return pageById(rows, limit, differenceView);
  }
}

const EARLIER = `SELECT id, body_hash AS "bodyHash" FROM reconciliation WHERE merchant_id = $1 AND key = $2`;

const LIST = `${PLANNED_ANEW} ${SELECT_RECONCILIATION} AND ($2::timestamptz IS NULL OR (c.created_at, c.id) < ($2, $3::uuid))
ORDER BY c.created_at DESC, c.id DESC LIMIT $4`;

const DIFFERENCES = `${PLANNED_ANEW}
SELECT d.id, d.kind, d.owner, d.gateway, d.day, d.refund_id AS "refundId", d.transfer_id AS "transferId", d.gateway_refund_id AS "gatewayRefundId",
  d.ours, d.theirs, d.note, d.first_seen_at AS "firstSeenAt", d.last_seen_at AS "lastSeenAt", d.resolved_at AS "resolvedAt",
  extract(epoch FROM coalesce(d.resolved_at, now()) - d.first_seen_at)::int AS "ageSeconds"
FROM reconciliation_difference d WHERE d.merchant_id = $1 AND d.reconciliation_id = $2 AND ($3::uuid IS NULL OR d.id > $3) ORDER BY d.id LIMIT $4`;
