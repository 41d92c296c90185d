import {
  publicId,
  refuseProposalDecision,
  timelineDepth,
  type DecisionRefusal,
  type ProposalOutcome,
  type Role,
  type TimelineKind,
} from '@zikui/domain';
import { appendAudit } from '../audit/append-audit';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { factsOf, SELECT_PROPOSALS, type ProposalRecord } from './proposal-record';
import { subjectHash } from './subject-hash';

/** Who decides, with his rights as they are now. */
export type ProposalDecidedBy = Readonly<{
  merchantId: string;
  actor: string;
  owner: string;
  role: Role | null;
  amountLimit: number | null;
  /** `staff` for one who signed in. */ person?: 'customer' | 'staff' | null;
  address?: string | null;
}>;
export type ProposalVerdict = Readonly<{
  outcome: ProposalOutcome;
  /** What was seen; null = checked before. */ payloadHash: string | null;
  note: string | null;
  key: string;
  bodyHash: string;
}>;

/** Locks a proposal and reads it afterwards: of two who decide at once the second one sees the first. The rows that it is about are locked before. */
export async function lockProposal(tx: Tx, merchantId: string, id: string): Promise<ProposalRecord | undefined> {
  await tx.query(`SELECT id FROM proposal WHERE id = $1 AND merchant_id = $2 FOR UPDATE`, [id, merchantId]);
  const [record] = await tx.query<ProposalRecord>(`${SELECT_PROPOSALS} WHERE p.id = $1 AND p.merchant_id = $2`, [
    id,
    merchantId,
  ]);
  return record;
}

/**
 * Why a locked proposal may not be decided so, or null when it may. One whose subject changed is written down as void.
 * Nothing else is written.
 */
export async function refuseVerdict(
  tx: Tx,
  proposal: ProposalRecord,
  by: ProposalDecidedBy,
  { outcome, payloadHash }: Pick<ProposalVerdict, 'outcome' | 'payloadHash'>,
): Promise<DecisionRefusal | null> {
  const ask = { outcome, payloadHash: payloadHash ?? proposal.payloadHash };
  const refusal = refuseProposalDecision(factsOf(proposal), by, ask);
  if (refusal !== null || outcome === 'reject') return refusal;
  if ((await subjectHash(tx, proposal)) === proposal.subjectHash) return null;
  await endProposal(tx, proposal.id, 'void');
  return { code: 'proposal_void', values: {} };
}

/** Writes the decision of a locked proposal that `refuseVerdict` let pass: one, for ever. */
export async function recordVerdict(
  tx: Tx,
  proposal: ProposalRecord,
  by: ProposalDecidedBy,
  { outcome, note, key, bodyHash }: ProposalVerdict,
): Promise<void> {
  const { id, payloadHash, refundId } = proposal;
  const verdict = [newId(), by.merchantId, id, outcome, by.actor, by.owner, by.role, note, payloadHash, key, bodyHash];
  await tx.query(RECORD, verdict);
  await endProposal(tx, id, outcome === 'confirm' ? 'confirmed' : 'rejected');
  if (refundId !== null) await tell(tx, proposal, by.actor, outcome);
  await appendAudit(tx, {
    ...{
      merchantId: by.merchantId,
      refundId,
      actor: by.actor,
      owner: by.owner,
      role: by.role,
      address: by.address ?? null,
    },
    action: outcome === 'confirm' ? 'proposal.confirmed' : 'proposal.rejected',
    subject: publicId('proposal', id),
    data: { kind: proposal.kind, payloadHash },
  });
}

const KINDS: Readonly<Record<ProposalOutcome, TimelineKind>> = {
  confirm: 'proposal_confirmed',
  reject: 'proposal_rejected',
};

const tell = (tx: Tx, { refundId, payload, kind }: ProposalRecord, actor: string, outcome: ProposalOutcome) =>
  tx.query(
    `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
     SELECT merchant_id, id, $2, $3, $4, jsonb_build_object('action', $5::text) FROM refund WHERE id = $1`,
    [refundId, KINDS[outcome], timelineDepth(KINDS[outcome]), actor, payload['action'] ?? kind],
  );

const endProposal = (tx: Tx, id: string, as: 'confirmed' | 'rejected' | 'void'): Promise<unknown> =>
  tx.query(`UPDATE proposal SET status = $2, ended_at = now() WHERE id = $1 AND status = 'open'`, [id, as]);

const RECORD = `
INSERT INTO proposal_decision (id, merchant_id, proposal_id, outcome, actor, owner, role, note, payload_hash, key, body_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
