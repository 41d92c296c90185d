import type { ApprovalFacts, ApprovalStepFacts, HouseApprover } from '@zikui/domain';
import type { Tx } from '../database/database';
import { BENEFICIARIES, HOUSE } from './authority.sql';
import { STEP_FACTS } from './step-facts.sql';

/** What it depends on whether somebody can decide a step. */
export type StepReach = Readonly<{
  refund: Omit<ApprovalFacts, 'status' | 'statutory' | 'snapshotHash' | 'machines' | 'currency'>;
  step: ApprovalStepFacts;
  house: readonly HouseApprover[];
}>;

/** Reads it in one statement; `undefined` when there is no such step. */
export async function stepReach(tx: Tx, refundId: string, stepNo: number): Promise<StepReach | undefined> {
  const [row] = await tx.query<StepReach['refund'] & Pick<StepReach, 'house'>>(REACH, [refundId]);
  const step = row?.steps.find(({ no }) => no === stepNo);
  if (!row || !step) return undefined;
  const { house, ...refund } = row;
  return { refund, step, house };
}

const REACH = `
SELECT r.payout, r.requester_owner AS "requesterOwner", r.requested_by AS "requestedBy",
  r.decided -> 'destinationChange' ->> 'by' AS "changedBy",
  ${BENEFICIARIES} AS beneficiaries, ${STEP_FACTS} AS steps, ${HOUSE} AS house
FROM refund r WHERE r.id = $1`;
