import {
  mayPropose,
  PROPOSAL_ROLES,
  postingsForReversed,
  publicId,
  refuseBankReturn,
  RefundError,
  timelineDepth,
  uuidOf,
  type Principal,
  type RefundStatus,
  type TransferStatus,
} from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import type { ProcessDurations } from '../intake/process-durations';
import { postTransactions } from '../ledger/post-transactions';
import { startRepair } from '../outbox/start-repair';
import { tellProcess } from '../outbox/tell-process';
import { ProposalStore, type ProposalAnswer } from '../proposal/proposal.store';
import type { FoundProposal, NewProposal, ProposalDecisionAsk } from '../proposal/proposal.types';
import { releaseHold } from '../transfer/hold';

export type BankReturnAsk = Readonly<{
  refundId: string;
  transferId: string;
  /** The line of the statement. */ statementRef: string;
  evidence: string;
}>;
type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;

/** Money that a bank had paid and that came back, as people state it: no bank announces it. */
export class BankReturnStore {
  private readonly proposals: ProposalStore;

  constructor(
    private readonly database: Database,
    private readonly durations: ProcessDurations,
  ) {
    this.proposals = new ProposalStore(database);
  }

  /** Proposes it for a settled transfer by hand, once per call. Throws `refund_not_found`, `permission_missing`, `invalid_state`, `proposal_exists`, `idempotency_conflict`. */
  async propose(principal: Principal, ask: BankReturnAsk, call: Call): Promise<ProposalAnswer> {
    const { merchantId } = principal;
    const { refundId, transferId, statementRef, evidence } = ask;
    const known = await this.proposals.known(principal, call);
    if (known) return { proposal: known, replayed: true };
    const paid = await this.database.read(principal, (tx) => paidTransfer(tx, merchantId, refundId, transferId));
    const { amount, currency } = paid;
    const proposal: NewProposal = {
      kind: 'bank_return',
      subject: `transfer:${transferId}`,
      ...{ refundId, transferId, reason: null, amount, currency, evidence },
      payload: { action: 'bank_return', transfer: publicId('transfer', transferId), statementRef, amount, currency },
      ...call,
    };
    return this.proposals.propose(principal, proposal, async (tx) => {
      if (!mayPropose('bank_return', principal.role))
        throw new RefundError('permission_missing', { permission: PROPOSAL_ROLES.bank_return.propose.join(' or ') });
      await lock(tx, transferId);
      await paidTransfer(tx, merchantId, refundId, transferId);
    });
  }

  /** Confirms it: transfer, hold and books are countered in one transaction, in which the repair of a completed refund is started, and the process of an open one is told. Throws as `ProposalStore.decide`, and `invalid_state`. */
  async confirm(principal: Principal, { view }: FoundProposal, ask: ProposalDecisionAsk): Promise<ProposalAnswer> {
    const { merchantId } = principal;
    const refundId = uuidOf('refund', view.refundId ?? '');
    const transferId = uuidOf('transfer', view.transferId ?? '');
    if (refundId === undefined || transferId === undefined) throw new RefundError('internal');
    const statementRef = String(view.payload['statementRef']);
    return this.proposals.decide(
      principal,
      ask,
      async (tx) => {
        const paid = await paidTransfer(tx, merchantId, refundId, transferId);
        await comesBack(tx, principal, { ...paid, refundId, merchantId, proposalId: ask.proposalId }, statementRef);
        if (paid.refundStatus === 'completed') await startRepair(tx, refundId, this.durations);
        else await tellProcess(tx, transferId, { event: `bank_return:${ask.proposalId}`, reference: statementRef });
      },
      (tx) => lock(tx, transferId),
    );
  }
}

type Paid = Readonly<{
  id: string;
  no: number;
  amount: number;
  currency: string;
  legalEntityId: string;
  status: TransferStatus;
  refundStatus: RefundStatus;
}>;

/** In the lock order: payments that back it, its refund, itself. */
async function lock(tx: Tx, transferId: string): Promise<void> {
  await tx.query(LOCK_PAYMENTS, [transferId]);
  await tx.query(`SELECT id FROM refund WHERE id = (SELECT refund_id FROM transfer WHERE id = $1) FOR NO KEY UPDATE`, [
    transferId,
  ]);
  await tx.query(`SELECT id FROM transfer WHERE id = $1 FOR NO KEY UPDATE`, [transferId]);
}

/** Throws `refund_not_found`, `invalid_state`. */
async function paidTransfer(tx: Tx, merchantId: string, refundId: string, transferId: string): Promise<Paid> {
  const [paid] = await tx.query<Paid>(PAID, [merchantId, refundId, transferId]);
  if (!paid) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
  const against = refuseBankReturn(paid.status, paid.refundStatus);
  if (against !== null) throw new RefundError('invalid_state', { status: against });
  return paid;
}

async function comesBack(
  tx: Tx,
  principal: Principal,
  paid: Paid & Readonly<{ refundId: string; merchantId: string; proposalId: string }>,
  statementRef: string,
): Promise<void> {
  const { id, no, amount, currency, refundId, merchantId, legalEntityId, proposalId } = paid;
  await releaseHold(tx, id);
  const owner = { id: refundId, merchantId, legalEntityId, currency };
  await postTransactions(tx, owner, [
    { kind: 'reversed', key: `transfer:${id}:reversed:bank`, postings: postingsForReversed({ amount, currency }) },
  ]);
  const data = {
    transfer: no,
    amount,
    currency,
    gatewayRefundId: statementRef,
    reason: 'bank_returned',
    cause: 'bank_returned',
  };
  await tx.query(WRITE, [
    ...[id, refundId, timelineDepth('transfer_reversed'), principal.actor, JSON.stringify(data), proposalId],
  ]);
  await appendAudit(tx, {
    ...doneBy(principal),
    refundId,
    action: 'bank_return.stated',
    subject: publicId('transfer', id),
    data: { statementRef, proposal: publicId('proposal', proposalId) },
  });
}

const LOCK_PAYMENTS = `
SELECT id FROM payment WHERE id IN (SELECT payment_id FROM reservation WHERE transfer_id = $1 AND released_at IS NULL)
ORDER BY id FOR NO KEY UPDATE`;

const PAID = `
SELECT t.id, t.no, t.amount, t.currency, t.status, r.status AS "refundStatus", r.legal_entity_id AS "legalEntityId"
FROM transfer t JOIN refund r ON r.id = t.refund_id
WHERE r.merchant_id = $1 AND r.id = $2 AND t.id = $3 AND t.destination = 'manual'`;

const WRITE = `
WITH moved AS (
  UPDATE transfer SET status = 'reversed', decline_reason = 'bank_returned', last_final_news_at = now(), updated_at = now()
  WHERE id = $1 AND status = 'settled' RETURNING merchant_id
), marked AS (
  UPDATE refund SET was_reversed = true, updated_at = now() WHERE id = $2
), voided AS (
  UPDATE proposal SET status = 'void', ended_at = now() WHERE refund_id = $2 AND status = 'open' AND id <> $6::uuid
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, $2, 'transfer_reversed', $3, $4, $5::jsonb FROM moved`;
