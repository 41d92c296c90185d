import {
  publicId,
  refuseResolution,
  refuseResolver,
  RefundError,
  type Principal,
  type ResolutionAction,
} from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import type { NewProposal } from '../proposal/proposal.types';
import { ProposalStore, type ProposalAnswer } from '../proposal/proposal.store';
import { reviewFacts } from './found-review';
import type { ReviewRecord } from './review-record';
import { FIND_REVIEW } from './review.sql';
import type { FoundReview } from './review.view';

/** What a person states or asks, with what he knows it by. */
export type ResolutionAsk = Readonly<{
  refundId: string;
  action: ResolutionAction;
  transferId: string | null;
  evidence: string;
  reason: string | null;
  /** The movement's id at the gateway. */ gatewayRefundId: string | null;
  /** What moved, where it is not the transfer's amount. */ moved: number | null;
}>;
type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;

/** Resolutions that one person proposes and another one confirms. */
export class ResolutionStore {
  private readonly proposals: ProposalStore;

  constructor(database: Database) {
    this.proposals = new ProposalStore(database);
  }

  /**
   * Proposes a resolution of a refund, once per call, while its state allows it and the proposer's role does. Throws
   * `refund_not_found`, `permission_missing`, `invalid_state`, `invalid_amount`, `proposal_exists`, `idempotency_conflict`.
   */
  async propose(principal: Principal, review: FoundReview, ask: ResolutionAsk, call: Call): Promise<ProposalAnswer> {
    const proposal = { ...proposalOf(review, ask), ...call };
    return this.proposals.propose(principal, proposal, (tx) => check(tx, principal, ask));
  }
}

function proposalOf(review: FoundReview, ask: ResolutionAsk): Omit<NewProposal, keyof Call> {
  const { action, transferId, refundId, gatewayRefundId, moved, evidence, reason } = ask;
  const transfer = review.transfers.find(({ id }) => id === transferId);
  const amount = transfer?.amount ?? review.payout;
  return {
    kind: 'resolution',
    // About one thing one act is proposed at a time: two statements about it would contradict each other.
    subject: transferId === null ? `refund:${refundId}` : `transfer:${transferId}`,
    refundId,
    transferId,
    payload: {
      action,
      transfer: transferId && publicId('transfer', transferId),
      amount,
      currency: review.currency,
      gatewayRefundId,
      moved,
    },
    amount,
    currency: review.currency,
    reason,
    evidence,
  };
}

/** Under the refund's lock: what is proposed is possible now, and by this person. */
async function check(tx: Tx, principal: Principal, { refundId, action, transferId, moved }: ResolutionAsk) {
  const { merchantId } = principal;
  await tx.query(`SELECT id FROM refund WHERE id = $1 AND merchant_id = $2 FOR NO KEY UPDATE`, [refundId, merchantId]);
  const [record] = await tx.query<ReviewRecord>(FIND_REVIEW, [merchantId, refundId]);
  if (!record) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
  const refusal = refuseResolver(action, principal) ?? refuseResolution(reviewFacts(record), { action, transferId });
  if (refusal) throw new RefundError(refusal.code, refusal.values);
  const amount = record.transfers.find(({ id }) => id === transferId)?.amount;
  if (moved !== null && (amount === undefined || moved > amount)) throw new RefundError('invalid_amount');
}
