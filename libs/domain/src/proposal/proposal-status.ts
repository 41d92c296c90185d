import type { StateTable } from '../state/state-table';

export const PROPOSAL_STATUSES = ['open', 'confirmed', 'rejected', 'void', 'expired'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** Which status of a proposal may follow which: it has one end. `void` = what it is about has changed since. */
export const PROPOSAL_NEXT: StateTable<ProposalStatus> = {
  open: ['confirmed', 'rejected', 'void', 'expired'],
  confirmed: [],
  rejected: [],
  void: [],
  expired: [],
};
