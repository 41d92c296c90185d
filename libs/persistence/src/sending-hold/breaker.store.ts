import { publicId, RefundError, type LimitName, type Principal } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';
import type { Database } from '../database/database';
import { ProposalStore, type ProposalAnswer } from '../proposal/proposal.store';
import type { NewProposal } from '../proposal/proposal.types';
import { proposeLift } from './propose-lift';

/** Refunds passed a limit of the policy: what is due waits until the time is over, or two persons release it. */
export type BreakerView = Readonly<{
  id: string;
  limit: LimitName;
  currency: string;
  /** Of this member of staff alone; null = of everybody. */ requestedBy: string | null;
  /** Of refunds for this reason alone; null = for any. */ refundReason: string | null;
  since: string;
  until: string;
  /** Transfers that wait for it. */ waiting: number;
  endedAt: string | null;
  endedBy: string | null;
  proposalId: string | null;
}>;
type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;

/** Breakers of amounts: that they tripped, and their release. */
export class BreakerStore {
  private readonly proposals: ProposalStore;

  constructor(private readonly database: Database) {
    this.proposals = new ProposalStore(database);
  }

  /** Newest first, at most a hundred. */
  async list(merchantId: string): Promise<readonly BreakerView[]> {
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<BreakerView>(LIST, [merchantId]));
    return rows.map((row) => ({
      ...row,
      id: publicId('breaker', row.id),
      since: instantText(row.since),
      until: instantText(row.until),
      endedAt: instantTextOrNull(row.endedAt),
      proposalId: row.proposalId && publicId('proposal', row.proposalId),
    }));
  }

  /** Proposes to release one before its time is over, once per call. Throws `breaker_not_found`, `invalid_state`, `permission_missing`, `proposal_exists`, `idempotency_conflict`. */
  async proposeRelease(
    principal: Principal,
    { breakerId, reason }: Readonly<{ breakerId: string; reason: string }>,
    call: Call,
  ): Promise<ProposalAnswer> {
    const known = await this.proposals.known(principal, call);
    if (known) return { proposal: known, replayed: true };
    const [found] = await this.database.read(principal, (tx) =>
      tx.query<Found>(FIND, [principal.merchantId, breakerId]),
    );
    if (!found) throw new RefundError('breaker_not_found', { breaker: publicId('breaker', breakerId) });
    if (found.isOver) throw new RefundError('invalid_state', { status: 'ended' });
    const { limit, currency, requestedBy, refundReason } = found;
    const payload = { limit, currency, requestedBy, refundReason };
    return proposeLift(this.proposals, principal, {
      kind: 'release_breaker',
      holdId: breakerId,
      payload,
      reason,
      call,
    });
  }
}

type Found = Readonly<{
  limit: string;
  currency: string;
  requestedBy: string | null;
  refundReason: string | null;
  isOver: boolean;
}>;

const FIND = `
SELECT limit_name AS limit, currency, requested_by AS "requestedBy", refund_reason AS "refundReason", ended_at IS NOT NULL OR until <= now() AS "isOver"
FROM sending_hold WHERE merchant_id = $1 AND id = $2 AND reason = 'breaker'`;

const LIST = `
SELECT h.id, h.limit_name AS limit, h.currency, h.requested_by AS "requestedBy", h.refund_reason AS "refundReason", h.begun_at AS since, h.until, h.ended_at AS "endedAt", h.ended_by AS "endedBy",
  CASE WHEN h.ended_at IS NULL THEN (
    SELECT count(*) FROM transfer t JOIN refund r ON r.id = t.refund_id
    WHERE t.merchant_id = $1 AND t.hold_reason = 'breaker' AND t.currency = h.currency
      AND (h.requested_by IS NULL OR r.requested_by = h.requested_by)
      AND (h.refund_reason IS NULL OR r.reason = h.refund_reason)) ELSE 0 END AS waiting,
  (SELECT p.id FROM proposal p WHERE p.merchant_id = $1 AND p.kind = 'release_breaker' AND p.subject = 'hold:' || h.id
     AND p.status = 'open' AND p.expires_at > now()) AS "proposalId"
FROM sending_hold h WHERE h.merchant_id = $1 AND h.reason = 'breaker' ORDER BY h.begun_at DESC LIMIT 100`;
