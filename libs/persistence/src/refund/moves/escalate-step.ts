import { canBeDecided } from '@zikui/domain';
import { stepReach } from '../../approval/step-reach';
import { tellApprovers } from '../../approval/tell-approvers';
import type { Tx } from '../../database/database';
import type { LoadedStep } from '../loaded-refund';
import { SYSTEM, type Note } from '../step';

export type EscalationCause = 'silence' | 'nobody';
type Escalated = Readonly<{ step: LoadedStep; notes: readonly Note[] }>;

/** Offers an open step to the role above, which may decide it from now on beside those it asks for. It approves nothing. */
export async function escalate(tx: Tx, refundId: string, step: LoadedStep, cause: EscalationCause): Promise<Escalated> {
  const [row] = await tx.query<{ at: string }>(ESCALATE, [step.id, cause]);
  if (!row) return { step, notes: [] };
  await tellApprovers(tx, refundId, step, 'approval_escalated');
  const { no, role, escalateTo: to } = step;
  return {
    step: { ...step, escalatedAt: row.at },
    notes: [{ kind: 'approval_escalated', actor: SYSTEM, data: { step: no, role, to, cause } }],
  };
}

/** Offers a step to the role above when those who are there cannot decide it; says so when they cannot even then. */
export async function escalateIfNobody(tx: Tx, refundId: string, step: LoadedStep): Promise<Escalated> {
  const reach = await stepReach(tx, refundId, step.no);
  if (!reach || canBeDecided(reach.refund, reach.step, reach.house)) return { step, notes: [] };
  const escalated = await escalate(tx, refundId, step, 'nobody');
  const escalatedTo = escalated.step.escalatedAt === null ? null : step.escalateTo;
  if (canBeDecided(reach.refund, { ...reach.step, escalatedTo }, reach.house)) return escalated;
  const { no, role } = step;
  const stuck: Note = { kind: 'approval_unreachable', actor: SYSTEM, data: { step: no, role } };
  return { ...escalated, notes: [...escalated.notes, stuck] };
}

const ESCALATE = `
UPDATE approval_step SET escalated_at = now(), escalation_cause = $2
WHERE id = $1 AND status = 'open' AND escalated_at IS NULL AND escalate_to IS NOT NULL RETURNING escalated_at AS at`;
