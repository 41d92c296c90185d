import { approvalsGiven, fittingSlots, hasPart, type ApprovalFacts, type ApprovalStepFacts } from './refuse-decision';
import type { Authority } from './approver';
import { filledSlots } from './fill-slots';

/** Somebody of the house who may decide something, with all that he may, own and delegated. */
export type HouseApprover = Readonly<{ person: string; isAbsent: boolean; authorities: readonly Authority[] }>;
type Parties = Pick<
  ApprovalFacts,
  'payout' | 'requesterOwner' | 'requestedBy' | 'changedBy' | 'beneficiaries' | 'steps'
>;

/** Persons who could decide a step now: they are there, have no part in the refund, and their limit covers it. */
export const reachOf = (refund: Parties, step: ApprovalStepFacts, house: readonly HouseApprover[]): readonly string[] =>
  reachable(refund, step, house).map(({ person }) => person);

/** Whether those who are there can give all the approvals that a step still waits for. */
export const canBeDecided = (refund: Parties, step: ApprovalStepFacts, house: readonly HouseApprover[]): boolean =>
  filledSlots([...approvalsGiven(step), ...reachable(refund, step, house).map(({ fits }) => fits)]) >= step.needed;

function reachable(
  refund: Parties,
  step: ApprovalStepFacts,
  house: readonly HouseApprover[],
): readonly Readonly<{ person: string; fits: readonly number[] }>[] {
  return house
    .filter(({ person, isAbsent }) => !isAbsent && !hasPart(refund, person))
    .map(({ person, authorities }) => ({
      person,
      fits: [
        ...new Set(
          authorities
            .filter((authority) => isUsable(refund, authority))
            .flatMap((authority) => fittingSlots(step, authority)),
        ),
      ],
    }))
    .filter(({ fits }) => fits.length > 0);
}

const isUsable = (refund: Parties, { person, delegation, limit, approvedBefore }: Authority): boolean =>
  limit !== null && refund.payout + approvedBefore <= limit && (delegation === null || !hasPart(refund, person));
