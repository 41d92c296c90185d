import { rolesThatAllow, type Permission } from '../access/permission';
import type { Principal } from '../access/principal';
import type { RefundStatus } from '../refund/refund-status';

/** What an open page may be told of, each with what a person needs to hear it. */
export const TOPIC_PERMISSIONS = {
  /** Any refund: its status changed, or somebody did something about it. */ refunds: 'refund.follow',
  /** What waits for approvers, and what was said about it. */ approvals: 'refund.decide',
  /** What does not go on by itself. */ reviews: 'review.read',
  /** What a second person confirms. */ proposals: 'proposal.read',
  /** Switches and breakers of the merchant's money. */ operations: 'operations.read',
} as const satisfies Readonly<Record<string, Permission>>;
export type StreamTopic = keyof typeof TOPIC_PERMISSIONS;
export const STREAM_TOPICS = Object.keys(TOPIC_PERMISSIONS) as readonly StreamTopic[];

/** Those of the topics that no role of the person allows; none = he may hear all of them. */
export const forbiddenTopics = (
  person: Pick<Principal, 'role' | 'roles'>,
  topics: readonly StreamTopic[],
): readonly StreamTopic[] => topics.filter((topic) => rolesThatAllow(person, TOPIC_PERMISSIONS[topic]).length === 0);

/** In which lists a refund stands while it has that status. */
const LISTED: Partial<Record<RefundStatus, StreamTopic>> = {
  awaiting_approval: 'approvals',
  in_doubt: 'reviews',
  needs_review: 'reviews',
};

/** Which pages a change of status concerns. */
export function topicsOfMove(from: RefundStatus | null, to: RefundStatus): readonly StreamTopic[] {
  const lists = [from, to].flatMap((status) => (status === null ? [] : [LISTED[status]]));
  return [...new Set<StreamTopic>(['refunds', ...lists.filter((topic) => topic !== undefined)])];
}

/** By the first word of an act's name, as the audit log has it. */
const ACTS: Readonly<Record<string, StreamTopic>> = {
  approval: 'approvals',
  decision: 'approvals',
  deadline: 'approvals',
  note: 'approvals',
  evidence: 'approvals',
  review: 'reviews',
  resolution: 'reviews',
  look_up: 'reviews',
  bank_return: 'reviews',
  proposal: 'proposals',
  kill_switch: 'operations',
  breaker: 'operations',
};

/** Which pages an act of a person concerns; none of them for what no page shows live. */
export function topicsOfAct(action: string, isOfRefund: boolean): readonly StreamTopic[] {
  const topic = ACTS[action.split('.', 1).join('')];
  return [...(isOfRefund ? ['refunds' as const] : []), ...(topic === undefined ? [] : [topic])];
}
