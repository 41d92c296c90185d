import { rolesThatAllow } from '../access/permission';
import { hasScope, type Principal } from '../access/principal';
import type { DecisionRefusal } from '../approval/refuse-decision';
import type { ErrorValues } from '../error/refund-error';
import type { RefundStatus } from '../refund/refund-status';

/** Of whom an approver may ask for more. */
export const ASKED_OF = ['requester', 'customer'] as const;
export type AskedOf = (typeof ASKED_OF)[number];
export type NoteKind = 'comment' | 'question' | 'answer';

export type NoteFacts = Readonly<{
  status: RefundStatus;
  /** Of the open step. */ openStep: number | null;
  /** Notes of the refund so far. */ count: number;
}>;

type Asker = Pick<Principal, 'scopes' | 'role' | 'roles' | 'person'>;
/** Who decides, asks: a key by its scope, a person by one of his roles. */
const mayAsk = (by: Asker): boolean =>
  by.person === 'staff' ? rolesThatAllow(by, 'refund.decide').length > 0 : hasScope(by, 'refunds:decide');

/** More is not said about one refund. */
export const MOST_NOTES = 200;

/** Why nothing is asked or said of a refund; null when it is. A question belongs to the open step, which stays open meanwhile. */
export function refuseNote(
  { status, openStep, count }: NoteFacts,
  { kind, step, by }: Readonly<{ kind: NoteKind; step: number | null; by: Asker }>,
): DecisionRefusal | null {
  const values: ErrorValues = { status };
  if (count >= MOST_NOTES) return { code: 'invalid_state', values };
  if (kind !== 'question') return null;
  if (!mayAsk(by)) return { code: 'permission_missing', values: { permission: 'refunds:decide' } };
  if (status === 'awaiting_approval' && openStep !== null && (step === null || step === openStep)) return null;
  return {
    code: 'step_not_open',
    values: { step: step ?? openStep, status, decidedBy: null, outcome: null, decidedAt: null },
  };
}
