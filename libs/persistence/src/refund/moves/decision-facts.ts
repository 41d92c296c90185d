import type { ApprovalStepFacts, Decider, DecisionVerdict, Scope } from '@zikui/domain';
import { CREDENTIAL_OF_COMMAND } from '../../access/credential.sql';
import { AUTHORITIES_IN_ROLE, BENEFICIARIES } from '../../approval/authority.sql';
import { STEP_FACTS } from '../../approval/step-facts.sql';
import type { Tx } from '../../database/database';
import { newId } from '../../database/new-id';
import type { LoadedRefund, LoadedStep } from '../loaded-refund';
import type { ProjectMove } from '../refund-process.types';

export type DecisionMove = Extract<ProjectMove, { kind: 'decision' }>;

/** Whose command a decision is, and all that his right to make it depends on. */
export type DecisionFacts = Decider &
  Readonly<{
    scopes: readonly Scope[];
    /** The credential, or the role that it had, was not taken away and has not expired. */ valid: boolean;
    note: string | null;
    /** From which network address the command came. */ address: string | null;
    beneficiaries: readonly string[];
    steps: readonly ApprovalStepFacts[];
  }>;

/** Read under the locks of refund and customer: what was allowed when the command came may not be any more. */
export async function decisionFacts(tx: Tx, refundId: string, command: string): Promise<DecisionFacts | undefined> {
  const [facts] = await tx.query<DecisionFacts>(FACTS, [command, refundId]);
  return facts;
}

const FACTS = `
SELECT k.owner, k.scopes, k.person, coalesce(k.valid, false) AS valid, c.note, c.address,
  ${STEP_FACTS} AS steps, ${BENEFICIARIES} AS beneficiaries, ${AUTHORITIES_IN_ROLE} AS authorities
FROM refund_command c ${CREDENTIAL_OF_COMMAND} JOIN refund r ON r.id = c.refund_id
WHERE c.id = $1 AND c.refund_id = $2`;

export type RecordedDecision = Readonly<{
  refund: LoadedRefund;
  step: LoadedStep;
  move: DecisionMove;
  facts: DecisionFacts;
  verdict: Extract<DecisionVerdict, { kind: 'allowed' }>;
}>;

/** Writes the decision with the authority that was used; the step ends with it unless it waits for more approvals. */
export async function recordDecision(tx: Tx, { refund, step, move, facts, verdict }: RecordedDecision): Promise<void> {
  const { authority, fits, missing } = verdict;
  const isDelegated = authority.delegation !== null;
  await tx.query(RECORD, [
    newId(),
    refund.merchantId,
    refund.id,
    step.id,
    move.command,
    move.actor,
    facts.owner,
    isDelegated ? authority.person : null,
    authority.delegation,
    JSON.stringify(fits),
    authority.role,
    move.outcome,
    move.reasonCode,
    facts.note,
    move.snapshotHash,
    statusAfter(move.outcome, missing),
  ]);
}

function statusAfter(outcome: DecisionMove['outcome'], missing: number): 'approved' | 'rejected' | 'open' {
  if (outcome === 'reject') return 'rejected';
  return missing > 0 ? 'open' : 'approved';
}

const RECORD = `
WITH decided AS (
  INSERT INTO decision (id, merchant_id, refund_id, step_id, command_id, actor, owner, on_behalf_of, delegation_id, fits, role, outcome,
    reason_code, note, snapshot_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING step_id
)
UPDATE approval_step SET status = $16 FROM decided WHERE id = decided.step_id`;
