import {
  hasScope,
  publicId,
  readStated,
  refuseResolution,
  refuseResolver,
  RESOLUTION_RULES,
  RESOLVES_AS,
  type ErrorCode,
  type ResolutionAction,
  type ResolutionFacts,
} from '@zikui/domain';
import { CREDENTIAL_OF_COMMAND } from '../../../access/credential.sql';
import { appendAudit } from '../../../audit/append-audit';
import type { Tx } from '../../../database/database';
import { lockProposal, recordVerdict, refuseVerdict } from '../../../proposal/decide-proposal';
import type { ProposalRecord } from '../../../proposal/proposal-record';
import type { LoadedRefund } from '../../loaded-refund';
import type { Transition } from '../../refund-process.types';
import { refused, type Moved, type Note } from '../../step';
import type { MoveSecrets } from '../led-by';
import { acceptSurplus } from './accept-surplus';
import { changeDestination, refuseChangeDestination } from './change-destination';
import { closeShort } from './close-short';
import { fail } from './fail';
import { checkHolds } from './lock-for-resolution';
import { lookUp } from './look-up';
import { markDeclined, refuseMarkDeclined } from './mark-declined';
import { markSettled, refuseMarkSettled } from './mark-settled';
import { askApproval, awaitGoods } from './ask-again';
import type { CarryOut, Refuse, Resolution, ResolutionMove, Resolver } from './resolution';
import { refuseRetry, retry } from './retry';

const CARRY_OUT: Readonly<Record<ResolutionAction, CarryOut>> = {
  look_up: lookUp,
  retry,
  mark_settled: markSettled,
  mark_declined: markDeclined,
  change_destination: changeDestination,
  close_short: closeShort,
  await_goods: awaitGoods,
  ask_approval: askApproval,
  fail,
  accept_surplus: acceptSurplus,
};
const REFUSE: Partial<Record<ResolutionAction, Refuse>> = {
  retry: refuseRetry,
  mark_settled: refuseMarkSettled,
  mark_declined: refuseMarkDeclined,
  change_destination: refuseChangeDestination,
};

/**
 * A person resolves what does not go on by itself. Rights, state, and the second person's confirmation are read in this
 * very transaction, under the locks of payments, refund and transfers; the act and its decision are written together.
 */
export async function resolveReview(
  tx: Tx,
  secrets: MoveSecrets,
  refund: LoadedRefund,
  transition: Transition,
  move: ResolutionMove,
): Promise<Moved> {
  const by = await resolverOf(tx, refund.id, move);
  // The command was stored before the process heard of it.
  if (!by) return refused('command_not_found');
  if (!by.valid || !hasScope(by, 'refunds:decide')) return refused('permission_missing');

  const decided = await whoDecides(tx, refund, move, by);
  if ('refusal' in decided) return refused(decided.refusal);
  const { proposal, isConfirmed } = decided;
  const resolution: Resolution = { tx, secrets, refund, transition, move, by, proposal, note: noteOf(refund, move) };
  const refusal = await refusalOf(resolution);
  if (refusal !== null) return refused(refusal);

  const { merchantId } = refund;
  if (proposal && !isConfirmed) {
    await recordVerdict(tx, proposal, { ...by, merchantId }, { ...by, outcome: 'confirm', payloadHash: null });
  }
  const moved = await CARRY_OUT[move.action](resolution);
  await checkHolds(tx, refund.id);
  await writeDown(resolution);
  return moved;
}

type Decided = Readonly<
  | { refusal: ErrorCode }
  | { proposal: Resolution['proposal']; /** By what led to this very command. */ isConfirmed: boolean }
>;

/** One person by his role; two by the proposal that names exactly this act. */
async function whoDecides(tx: Tx, refund: LoadedRefund, move: ResolutionMove, by: Resolver): Promise<Decided> {
  if (!RESOLUTION_RULES[move.action].secondPerson) {
    const refusal = refuseResolver(move.action, by);
    return refusal ? { refusal: refusal.code } : { proposal: null, isConfirmed: false };
  }
  const proposal = move.proposal === null ? undefined : await lockProposal(tx, refund.merchantId, move.proposal);
  if (proposal?.kind === 'bank_file_outcome') return lineOfFile(refund, move, by, proposal);
  const isIt =
    proposal?.kind === 'resolution' &&
    proposal.refundId === refund.id &&
    proposal.transferId === move.transfer &&
    proposal.payload['action'] === move.action;
  if (!isIt) return { refusal: 'proposal_not_found' };
  const { merchantId } = refund;
  const refusal = await refuseVerdict(tx, proposal, { ...by, merchantId }, { outcome: 'confirm', payloadHash: null });
  return refusal ? { refusal: refusal.code } : { proposal, isConfirmed: false };
}

/** One line of what two persons stated of a whole bank file. What holds for its refund alone is looked at here: nobody confirms what he asked for or gets. */
function lineOfFile(refund: LoadedRefund, move: ResolutionMove, by: Resolver, proposal: ProposalRecord): Decided {
  const stated = readStated(proposal.payload[publicId('transfer', move.transfer ?? '')]);
  const isIt = stated !== undefined && RESOLVES_AS[stated.outcome] === move.action;
  if (!isIt || proposal.status !== 'confirmed') return { refusal: 'proposal_not_found' };
  if (!refund.decided.approval.machines) return { refusal: 'machines_may_not_decide' };
  const parties = [refund.requesterOwner, refund.requestedBy, refund.customerRef];
  if (parties.includes(by.owner)) return { refusal: 'second_person_needed' };
  const payload = { action: move.action, gatewayRefundId: stated.statementRef, moved: null };
  return { proposal: { ...proposal, payload }, isConfirmed: true };
}

async function refusalOf(resolution: Resolution): Promise<ErrorCode | null> {
  const { refund, move } = resolution;
  // What asking found may have changed the state already: the asking itself was right.
  if (move.action === 'look_up') return null;
  const refusal = refuseResolution(resolutionFacts(refund), { action: move.action, transferId: move.transfer });
  return refusal?.code ?? (await REFUSE[move.action]?.(resolution)) ?? null;
}

/** The refund as the rules of resolutions look at it. */
const resolutionFacts = (refund: LoadedRefund): ResolutionFacts => ({
  status: refund.status,
  transfers: refund.transfers.map(({ id, destination, amount, attempt, status, holdReason }) => ({
    id,
    status,
    destination,
    amount,
    attempt: attempt?.status ?? null,
    isHeld: holdReason !== null,
    isReplaced: refund.transfers.some((other) => other.replacesId === id && other.status !== 'released'),
  })),
  awaitedGoods: refund.goods?.mode === 'required' ? refund.goods.status : null,
  steps: refund.steps.length,
  owed: refund.payout - refund.shortAmount,
  surplus: refund.surplus,
});

function noteOf({ transfers, currency }: LoadedRefund, { action, actor, transfer, finding }: ResolutionMove): Note {
  const { no = null, amount = null } = transfers.find(({ id }) => id === transfer) ?? {};
  if (action === 'look_up') return { kind: 'looked_up', actor, data: { transfer: no, finding } };
  return { kind: 'resolved', actor, data: { action, transfer: no, amount, currency } };
}

const writeDown = ({ tx, refund, move, by, proposal }: Resolution): Promise<void> =>
  appendAudit(tx, {
    ...{ merchantId: refund.merchantId, refundId: refund.id },
    ...{ actor: by.actor, owner: by.owner, role: by.role, address: by.address },
    action: `resolution.${move.action}`,
    subject: publicId(move.transfer === null ? 'refund' : 'transfer', move.transfer ?? refund.id),
    data: {
      command: publicId('command', move.command),
      status: refund.status,
      finding: move.finding,
      ...(move.destination && { destination: move.destination }),
      ...(proposal && { proposal: publicId('proposal', proposal.id), proposedBy: proposal.proposedBy }),
    },
  });

// Role and limit are read now, also when the command waited: what was allowed when it came may not be any more.
async function resolverOf(tx: Tx, refundId: string, { command, actor }: ResolutionMove): Promise<Resolver | undefined> {
  const [by] = await tx.query<Omit<Resolver, 'actor'>>(
    `SELECT k.owner, k.role, k.amount_limit AS "amountLimit", k.scopes, k.person, coalesce(k.valid, false) AS valid,
       c.note, c.key, c.body_hash AS "bodyHash", c.address
     FROM refund_command c ${CREDENTIAL_OF_COMMAND} WHERE c.id = $1 AND c.refund_id = $2`,
    [command, refundId],
  );
  return by && { ...by, actor };
}
