import {
  DISPUTE_NEXT,
  mayMove,
  mayPropose,
  PROPOSAL_ROLES,
  publicId,
  RefundError,
  uuidOf,
  type DisputeFunds,
  type DisputeStatus,
  type DisputeVerdict,
  type Principal,
} from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { ProposalStore, type ProposalAnswer } from '../proposal/proposal.store';
import type { FoundProposal, NewProposal, ProposalDecisionAsk } from '../proposal/proposal.types';
import { disputeSubject, lockDisputedPayment, writeDispute, type LockedPayment } from './write-dispute';

/** How a dispute ended, as a person states it where no gateway does. */
export type DisputeOutcomeAsk = Readonly<{
  disputeId: string;
  outcome: DisputeVerdict;
  /** What became of the money, where it is known. */ funds: DisputeFunds | null;
  evidence: string;
}>;
type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;

/** Outcomes of disputes that one person proposes and another one confirms: a won dispute frees money for refunds. */
export class DisputeOutcomeStore {
  private readonly proposals: ProposalStore;

  constructor(private readonly database: Database) {
    this.proposals = new ProposalStore(database);
  }

  /** Proposes how a dispute ended, once per call. Throws `dispute_not_found`, `permission_missing`, `invalid_state`, `proposal_exists`, `idempotency_conflict`. */
  async propose(principal: Principal, ask: DisputeOutcomeAsk, call: Call): Promise<ProposalAnswer> {
    const { merchantId } = principal;
    const dispute = await this.database.read(principal, (tx) => findDispute(tx, merchantId, ask.disputeId));
    const { disputeId, outcome, funds, evidence } = ask;
    const { amount, currency } = dispute;
    const proposal: NewProposal = {
      kind: 'dispute_outcome',
      subject: disputeSubject(disputeId),
      ...{ refundId: null, transferId: null, reason: null, amount, currency, evidence },
      payload: { action: outcome, dispute: publicId('dispute', disputeId), funds, amount, currency },
      ...call,
    };
    return this.proposals.propose(principal, proposal, async (tx) => {
      if (!mayPropose('dispute_outcome', principal.role))
        throw new RefundError('permission_missing', {
          permission: PROPOSAL_ROLES.dispute_outcome.propose.join(' or '),
        });
      await lockDisputedPayment(tx, merchantId, dispute.paymentId);
      refuseOutcome(await findDispute(tx, merchantId, disputeId), outcome);
    });
  }

  /** Confirms a proposed outcome and applies it in one transaction, under the payment's lock. Throws as `ProposalStore.decide`, and `invalid_state`. */
  async confirm(principal: Principal, proposal: FoundProposal, ask: ProposalDecisionAsk): Promise<ProposalAnswer> {
    const { merchantId } = principal;
    const { disputeId, outcome, funds } = stated(proposal);
    let payment: LockedPayment | undefined;
    return this.proposals.decide(
      principal,
      ask,
      async (tx) => {
        const dispute = await findDispute(tx, merchantId, disputeId);
        refuseOutcome(dispute, outcome);
        if (!payment) throw new RefundError('internal');
        const { gateway, disputeRef, amount, currency } = dispute;
        await writeDispute(tx, payment, {
          ...{ merchantId, gateway, disputeRef, currency, reason: null, actor: principal.actor },
          // A person speaks after all that was told before, also by a clock that is ahead of ours.
          told: {
            atMs: Math.max(Date.parse(dispute.now), Date.parse(dispute.toldAt) + 1),
            amount,
            status: outcome,
            funds,
          },
          call: null,
          proposalId: ask.proposalId,
        });
      },
      async (tx) => {
        const { paymentId } = await findDispute(tx, merchantId, disputeId);
        payment = await lockDisputedPayment(tx, merchantId, paymentId);
      },
    );
  }
}

type Found = Readonly<{
  paymentId: string;
  gateway: string;
  disputeRef: string;
  status: DisputeStatus;
  amount: number;
  currency: string;
  now: string;
  /** The latest that was told. */ toldAt: string;
}>;

/** Throws `dispute_not_found`. */
async function findDispute(tx: Tx, merchantId: string, id: string): Promise<Found> {
  const [found] = await tx.query<Found>(FIND, [merchantId, id]);
  if (!found) throw new RefundError('dispute_not_found', { dispute: publicId('dispute', id) });
  return found;
}

function refuseOutcome({ status }: Found, outcome: DisputeVerdict): void {
  if (!mayMove(DISPUTE_NEXT, status, outcome)) throw new RefundError('invalid_state', { status, to: outcome });
}

/** What the proposal's payload says; we wrote it. */
function stated({ view: { payload } }: FoundProposal): Omit<DisputeOutcomeAsk, 'evidence'> {
  const disputeId = uuidOf('dispute', String(payload['dispute']));
  if (disputeId === undefined) throw new RefundError('internal');
  return {
    disputeId,
    outcome: payload['action'] as DisputeVerdict,
    funds: payload['funds'] as DisputeFunds | null,
  };
}

const FIND = `
SELECT payment_id AS "paymentId", gateway, dispute_ref AS "disputeRef", status, amount, currency, now() AS now,
  greatest(status_at, amount_at, funds_at) AS "toldAt"
FROM dispute WHERE merchant_id = $1 AND id = $2`;
