import type { Principal } from '../access/principal';
import type { DecisionRefusal } from '../approval/refuse-decision';
import type { RefundStatus } from '../refund/refund-status';
import type { ReturnStatus } from '../return/return-status';
import type { AttemptStatus, TransferStatus } from '../transfer/transfer-status';
import { RESOLUTION_ACTIONS, RESOLUTION_RULES, type ResolutionAction } from './resolution-action';

export type ResolvedTransfer = Readonly<{
  id: string;
  status: TransferStatus;
  destination: 'payment' | 'store_credit' | 'manual';
  amount: number;
  /** Status of its newest attempt. */ attempt: AttemptStatus | null;
  /** A newer transfer was made in its place, and not given up. */ isReplaced: boolean;
  /** It was due to be paid, and something holds it. */ isHeld: boolean;
}>;
/** What a resolution depends on; read from the rows, in one go. */
export type ResolutionFacts = Readonly<{
  status: RefundStatus;
  /** The payout less what was closed short. */ owed: number;
  /** What the customer has beside it, and nobody has seen to. */ surplus: number;
  transfers: readonly ResolvedTransfer[];
  /** The return, while goods have to come first. */ awaitedGoods: ReturnStatus | null;
  /** Steps of the ladder. */ steps: number;
}>;
export type ResolutionAsk = Readonly<{ action: ResolutionAction; transferId: string | null }>;

const OPEN: readonly TransferStatus[] = ['sending', 'pending', 'in_doubt'];
const STILL_TO_COME: readonly ReturnStatus[] = ['expected', 'in_transit', 'partially_received', 'expired'];

type TransferRule = (transfer: ResolvedTransfer, facts: ResolutionFacts) => boolean;
type RefundRule = (facts: ResolutionFacts) => boolean;
const isOpen = ({ status }: ResolvedTransfer): boolean => OPEN.includes(status);
/** It counts for the refund no more. */
const isOver = ({ status }: ResolvedTransfer): boolean => status === 'reversed' || status === 'released';
const has = (facts: ResolutionFacts, status: TransferStatus): boolean =>
  facts.transfers.some((transfer) => transfer.status === status);
const isUntouched = ({ status, attempt, isHeld }: ResolvedTransfer): boolean =>
  status === 'planned' && attempt === null && !isHeld;
/** What is still to be paid was never prepared for sending: it waits for people or goods. */
const isBeforeMoney: RefundRule = ({ transfers }) => {
  const unpaid = transfers.filter((transfer) => !isOver(transfer) && transfer.status !== 'settled');
  return unpaid.length > 0 && unpaid.every(isUntouched);
};
/** It came back, and nothing pays it anew yet (I8). */
const isOwedAgain: TransferRule = (transfer, { status, owed, transfers }) => {
  if (transfer.status !== 'reversed' || status !== 'needs_review' || transfer.isReplaced) return false;
  const live = transfers.filter((one) => !isOver(one));
  return live.reduce((sum, one) => sum + one.amount, transfer.amount) <= owed;
};
/** All that is owed was paid, and nothing waits. */
const isPaid: RefundRule = ({ transfers, owed }) => {
  const live = transfers.filter((transfer) => !isOver(transfer));
  return live.every(({ status }) => status === 'settled') && live.reduce((sum, { amount }) => sum + amount, 0) >= owed;
};
/** A person looks at it, and no transfer of it is on its way. */
const isAtRest: RefundRule = (facts) => facts.status === 'needs_review' && !facts.transfers.some(isOpen);

const ON_TRANSFER: Partial<Record<ResolutionAction, TransferRule>> = {
  look_up: (transfer) => transfer.destination === 'payment' && isOpen(transfer),
  // A decline that is to be sent anew has its next attempt already.
  retry: (transfer, facts) => {
    const { status, destination, attempt } = transfer;
    const isRefused = status === 'declined' && attempt === 'refused';
    return destination === 'payment' && (status === 'in_doubt' || isRefused || isOwedAgain(transfer, facts));
  },
  mark_settled: ({ status, destination }) =>
    (destination === 'payment' && status === 'in_doubt') || (destination !== 'store_credit' && status === 'pending'),
  // What a bank has it says itself; of a gateway a pending transfer is asked about.
  mark_declined: ({ status, destination }) =>
    (destination === 'payment' && status === 'in_doubt') || (destination === 'manual' && status === 'pending'),
  change_destination: (transfer, facts) =>
    isAtRest(facts) &&
    (transfer.status === 'planned' || transfer.status === 'declined' || isOwedAgain(transfer, facts)),
};
const ON_REFUND: Partial<Record<ResolutionAction, RefundRule>> = {
  close_short: (facts) =>
    isAtRest(facts) &&
    has(facts, 'settled') &&
    (has(facts, 'planned') ||
      has(facts, 'declined') ||
      facts.transfers.some((transfer) => isOwedAgain(transfer, facts))),
  await_goods: (facts) =>
    isAtRest(facts) &&
    isBeforeMoney(facts) &&
    facts.awaitedGoods !== null &&
    STILL_TO_COME.includes(facts.awaitedGoods),
  ask_approval: (facts) => isAtRest(facts) && isBeforeMoney(facts) && facts.steps > 0,
  fail: (facts) => isAtRest(facts) && !has(facts, 'settled'),
  accept_surplus: (facts) => facts.surplus > 0 && facts.status === 'needs_review' && isPaid(facts),
};

/** Why this can't be done about the refund as it stands, or null when it can. */
export function refuseResolution(facts: ResolutionFacts, ask: ResolutionAsk): DecisionRefusal | null {
  const transfer = facts.transfers.find(({ id }) => id === ask.transferId);
  const isAllowed =
    RESOLUTION_RULES[ask.action].about === 'transfer'
      ? transfer !== undefined && ON_TRANSFER[ask.action]?.(transfer, facts) === true
      : ask.transferId === null && ON_REFUND[ask.action]?.(facts) === true;
  return isAllowed ? null : { code: 'invalid_state', values: { status: transfer?.status ?? facts.status } };
}

/** Why this person may not do, or propose, it. */
export function refuseResolver(action: ResolutionAction, { role }: Pick<Principal, 'role'>): DecisionRefusal | null {
  const { roles } = RESOLUTION_RULES[action];
  if (role !== null && roles.includes(role)) return null;
  return { code: 'permission_missing', values: { permission: roles.join(' or ') } };
}

/** Exactly what may be done: about one transfer, or (null) about the refund. */
export const allowedResolutions = (facts: ResolutionFacts, transferId: string | null): readonly ResolutionAction[] =>
  RESOLUTION_ACTIONS.filter((action) => refuseResolution(facts, { action, transferId }) === null);
