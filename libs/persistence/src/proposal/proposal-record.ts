import {
  publicId,
  type ProposalFacts,
  type ProposalKind,
  type ProposalOutcome,
  type ProposalStatus,
} from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';
import type { FoundProposal, ProposalPayload, ProposalView } from './proposal.types';

/** A row of `SELECT_PROPOSALS`. */
export type ProposalRecord = Readonly<{
  id: string;
  kind: ProposalKind;
  subjectHash: string;
  status: ProposalStatus;
  refundId: string | null;
  transferId: string | null;
  payload: ProposalPayload;
  payloadHash: string;
  amount: number | null;
  currency: string | null;
  proposedBy: string;
  proposerOwner: string;
  reason: string | null;
  evidence: string;
  createdAt: string;
  expiresAt: string;
  endedAt: string | null;
  parties: readonly string[];
  machines: boolean;
  decision: Readonly<{
    outcome: ProposalOutcome;
    actor: string;
    role: string;
    note: string | null;
    at: string;
    key: string;
    bodyHash: string;
  }> | null;
}>;

/** The status as time has it: nobody has to write down that a proposal's time is over. */
const STATUS_NOW = `CASE WHEN p.status = 'open' AND p.expires_at <= now() THEN 'expired' ELSE p.status END`;

/** Proposals `p` with their decision, and whoever may not confirm them beside the proposer. */
export const SELECT_PROPOSALS = `
SELECT p.id, p.kind, p.subject_hash AS "subjectHash", ${STATUS_NOW} AS status, p.refund_id AS "refundId", p.transfer_id AS "transferId",
  p.payload, p.payload_hash AS "payloadHash", p.amount, p.currency, p.proposed_by AS "proposedBy", p.proposer_owner AS "proposerOwner",
  p.reason, p.evidence, p.created_at AS "createdAt", p.expires_at AS "expiresAt", p.ended_at AS "endedAt",
  CASE WHEN p.kind = 'publish_policy' THEN array_remove(ARRAY[v.drafted_by_owner::text], NULL)
    WHEN r.id IS NULL THEN array_remove(ARRAY[p.payload ->> 'person'], NULL) ELSE array_remove(ARRAY[r.requester_owner::text, r.requested_by::text, c.ref::text], NULL) END AS parties,
  coalesce((r.decided -> 'approval' ->> 'machines')::boolean, r.id IS NULL) AS machines,
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('outcome', d.outcome, 'actor', d.actor, 'role', d.role, 'note', d.note, 'at', d.at,
    'key', d.key, 'bodyHash', d.body_hash) END AS decision
FROM proposal p LEFT JOIN proposal_decision d ON d.proposal_id = p.id
LEFT JOIN refund r ON r.id = p.refund_id LEFT JOIN customer c ON c.id = r.customer_id
LEFT JOIN policy_version v ON p.kind = 'publish_policy' AND 'policy:' || v.id = p.subject AND v.merchant_id = p.merchant_id AND v.status = 'draft'`;

export const foundProposal = (record: ProposalRecord): FoundProposal => ({
  view: viewOf(record),
  facts: factsOf(record),
});

export const factsOf = (record: ProposalRecord): ProposalFacts => {
  const { kind, status, payloadHash, amount, currency, proposedBy, proposerOwner, parties, machines, decision } =
    record;
  return {
    ...{ kind, status, payloadHash, amount, currency, proposedBy, proposerOwner, parties, machines },
    decision: decision && { outcome: decision.outcome, actor: decision.actor, at: instantText(decision.at) },
  };
};

const viewOf = (record: ProposalRecord): ProposalView => {
  const { decision } = record;
  return {
    id: publicId('proposal', record.id),
    kind: record.kind,
    status: record.status,
    refundId: record.refundId && publicId('refund', record.refundId),
    transferId: record.transferId && publicId('transfer', record.transferId),
    payload: record.payload,
    payloadHash: record.payloadHash,
    proposedBy: record.proposedBy,
    reason: record.reason,
    evidence: record.evidence,
    createdAt: instantText(record.createdAt),
    expiresAt: instantText(record.expiresAt),
    endedAt: instantTextOrNull(record.endedAt),
    decision: decision && {
      outcome: decision.outcome,
      actor: decision.actor,
      role: decision.role,
      note: decision.note,
      at: instantText(decision.at),
    },
  };
};
