import type { Role } from '../access/principal';
import type { ApproverSlot } from './approver';

/** One rung of a policy's ladder. Without `slots` it asks for one approval of `role`. */
export type LadderStep = Readonly<{
  /** The role that the step is named after: the first that it asks for. */ role: Role;
  /** Working hours until it is offered to `then` too. */ hours: number;
  then: Role | null;
  /** Whom it asks for, where that is not simply one of `role`. */ slots?: readonly ApproverSlot[];
  /** How many of the slots have to be filled, each by another person: 1 = one of, all = all of, else n of m. */
  needed?: number;
}>;

/** Whom a step asks for, written out. */
export const slotsOf = ({ role, slots = [] }: Pick<LadderStep, 'role' | 'slots'>): readonly ApproverSlot[] =>
  slots.length > 0 ? slots : [{ role, team: null, limit: null }];

/** How many approvals a ladder asks for at least. */
export const approvalsAsked = (steps: readonly Pick<LadderStep, 'needed'>[]): number =>
  steps.reduce((sum, { needed = 1 }) => sum + needed, 0);
