import { canonicalJson, PROPOSAL_LIFE_MS, publicId, RefundError, timelineDepth, type Principal } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { sha256Hex } from '../database/keyed-hash';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { NewProposal } from './proposal.types';
import { subjectHash } from './subject-hash';

/**
 * Writes a proposal with its audit entry and, of a refund, its line in the timeline. The rows that it is about are locked
 * by the caller. Throws `proposal_exists` while another one on the subject is open. Returns its id.
 */
export async function makeProposal(tx: Tx, principal: Principal, proposal: NewProposal): Promise<string> {
  const { kind, subject, refundId, transferId, payload, amount, currency, reason, evidence } = proposal;
  const payloadHash = sha256Hex(canonicalJson({ kind, subject, payload, reason, evidence }));
  await tx.query(EXPIRE, [principal.merchantId, kind, subject]);
  const id = newId();
  const [made] = await tx.query<{ id: string }>(INSERT, [
    ...[id, principal.merchantId, kind, subject, await subjectHash(tx, proposal), refundId, transferId],
    ...[JSON.stringify(payload), payloadHash, amount, currency, principal.actor, principal.owner, reason, evidence],
    ...[proposal.route, proposal.key, proposal.bodyHash, PROPOSAL_LIFE_MS],
  ]);
  if (!made) throw await existing(tx, principal.merchantId, proposal);
  if (refundId !== null) await note(tx, refundId, principal.actor, payload['action'] ?? kind);
  await appendAudit(tx, {
    ...doneBy(principal),
    refundId,
    action: 'proposal.made',
    subject: publicId('proposal', id),
    data: { kind, payloadHash, ...(transferId === null ? {} : { transfer: publicId('transfer', transferId) }) },
  });
  return id;
}

async function existing(tx: Tx, merchantId: string, { kind, subject }: NewProposal): Promise<RefundError> {
  const [open] = await tx.query<{ id: string }>(
    `SELECT id FROM proposal WHERE merchant_id = $1 AND kind = $2 AND subject = $3 AND status = 'open'`,
    [merchantId, kind, subject],
  );
  return new RefundError('proposal_exists', { proposal: open ? publicId('proposal', open.id) : null });
}

const note = (tx: Tx, refundId: string, actor: string, action: string | number): Promise<unknown> =>
  tx.query(
    `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
     SELECT merchant_id, id, 'proposal_made', '${timelineDepth('proposal_made')}', $2, jsonb_build_object('action', $3::text)
     FROM refund WHERE id = $1`,
    [refundId, actor, action],
  );

/** A proposal whose time is over makes room for the next. */
const EXPIRE = `
UPDATE proposal SET status = 'expired', ended_at = expires_at
WHERE merchant_id = $1 AND kind = $2 AND subject = $3 AND status = 'open' AND expires_at <= now()`;

const INSERT = `
INSERT INTO proposal (id, merchant_id, kind, subject, subject_hash, refund_id, transfer_id, payload, payload_hash, amount, currency,
  proposed_by, proposer_owner, reason, evidence, status, route, key, body_hash, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'open', $16, $17, $18, now() + $19 * interval '1 millisecond')
ON CONFLICT (merchant_id, kind, subject) WHERE status = 'open' DO NOTHING RETURNING id`;
