import {
  mayPropose,
  PROPOSAL_ROLES,
  publicId,
  RefundError,
  uuidOf,
  type Principal,
  type ProposalKind,
} from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { ProposalAnswer, ProposalEffect, ProposalStore } from '../proposal/proposal.store';
import type { NewProposal, ProposalPayload } from '../proposal/proposal.types';
import { endHold } from './end-hold';

/** Kinds of proposals whose confirmation ends a hold. */
export type LiftKind = Extract<ProposalKind, 'lift_kill_switch' | 'release_breaker'>;
type Lift = Readonly<{
  kind: LiftKind;
  holdId: string;
  payload: ProposalPayload;
  /** Why money may flow again. */ reason: string;
  call: Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;
}>;

const AUDITED: Readonly<Record<LiftKind, string>> = {
  lift_kill_switch: 'kill_switch.off',
  release_breaker: 'breaker.released',
};

/** Proposes that a hold ends. Throws `permission_missing`, `proposal_exists`, `idempotency_conflict`. */
export async function proposeLift(
  proposals: ProposalStore,
  principal: Principal,
  { kind, holdId, payload, reason, call }: Lift,
): Promise<ProposalAnswer> {
  if (!mayPropose(kind, principal.role))
    throw new RefundError('permission_missing', { permission: PROPOSAL_ROLES[kind].propose.join(' or ') });
  return proposals.propose(principal, {
    kind,
    subject: `hold:${holdId}`,
    ...{ refundId: null, transferId: null, amount: null, currency: null, reason: null },
    payload: { ...payload, hold: publicId('breaker', holdId) },
    evidence: reason,
    ...call,
  });
}

/** What the confirmation of such a proposal does: the hold ends, and what waits for it is woken. Throws `proposal_void` when the hold has ended before. */
export const liftHold =
  (confirmer: Principal): ProposalEffect =>
  async (tx, { view }) => {
    const holdId = uuidOf('breaker', String(view.payload['hold']));
    if (holdId === undefined || !(await endHold(tx, holdId, confirmer.actor))) throw new RefundError('proposal_void');
    await appendAudit(tx, {
      ...doneBy(confirmer),
      refundId: null,
      action: AUDITED[view.kind as LiftKind],
      subject: publicId('breaker', holdId),
      data: { proposal: view.id },
    });
  };
