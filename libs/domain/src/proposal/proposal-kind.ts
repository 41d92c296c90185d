import type { Role } from '../access/principal';

/** Acts that a second person has to confirm. A new one brings the roles that may propose and confirm it. */
export const PROPOSAL_KINDS = [
  /** A statement of fact about money, or the end of a refund that was not paid in full. */ 'resolution',
  /** How a dispute ended, where no gateway tells it. */ 'dispute_outcome',
  /** What a bank did with many transfers of one file. */ 'bank_file_outcome',
  /** Money that a bank had paid came back. */ 'bank_return',
  /** Money that somebody stopped flows again. */ 'lift_kill_switch',
  /** Refunds that passed a limit of their amount are paid before its time is over. */ 'release_breaker',
  /** A draft, or an earlier version, becomes the policy. */ 'publish_policy',
  /** A person gets a role that decides, or a higher limit. */ 'staff_power',
  /** A key that decides begins to work. */ 'api_key_power',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** By the matrix of reliability.md section 9; "approver" stands for lead, manager and cfo. */
export const PROPOSAL_ROLES: Readonly<
  Record<ProposalKind, Readonly<{ propose: readonly Role[]; confirm: readonly Role[] }>>
> = {
  resolution: { propose: ['finance', 'ops'], confirm: ['lead', 'manager', 'cfo', 'finance'] },
  dispute_outcome: { propose: ['finance', 'ops'], confirm: ['lead', 'manager', 'cfo', 'finance'] },
  bank_file_outcome: { propose: ['finance', 'ops'], confirm: ['lead', 'manager', 'cfo', 'finance'] },
  bank_return: { propose: ['finance', 'ops'], confirm: ['lead', 'manager', 'cfo', 'finance'] },
  lift_kill_switch: { propose: ['finance'], confirm: ['finance', 'cfo'] },
  release_breaker: { propose: ['finance', 'ops'], confirm: ['lead', 'manager', 'cfo', 'finance'] },
  publish_policy: { propose: ['policy_owner'], confirm: ['policy_owner'] },
  staff_power: { propose: ['admin'], confirm: ['admin', 'cfo'] },
  api_key_power: { propose: ['admin'], confirm: ['admin', 'cfo'] },
};

/** Powers are given by people alone, whatever keys may decide. */
export const isPersonal = (kind: ProposalKind): boolean => kind === 'staff_power' || kind === 'api_key_power';

/** How long a proposal waits for its second person. */
export const PROPOSAL_LIFE_MS = 72 * 60 * 60 * 1_000;

export const mayPropose = (kind: ProposalKind, role: Role | null): boolean =>
  role !== null && PROPOSAL_ROLES[kind].propose.includes(role);
export const mayConfirm = (kind: ProposalKind, role: Role | null): boolean =>
  role !== null && PROPOSAL_ROLES[kind].confirm.includes(role);
