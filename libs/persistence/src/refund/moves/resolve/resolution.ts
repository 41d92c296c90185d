import type { ErrorCode, Role, Scope } from '@zikui/domain';
import type { Tx } from '../../../database/database';
import type { ProposalRecord } from '../../../proposal/proposal-record';
import type { LoadedRefund, RefundTransfer } from '../../loaded-refund';
import type { ProjectMove, Transition } from '../../refund-process.types';
import type { Moved, Note } from '../../step';
import type { MoveSecrets } from '../led-by';

export type ResolutionMove = Extract<ProjectMove, { kind: 'resolution' }>;

/** Whose command it is, with his rights as they are now. */
export type Resolver = Readonly<{
  actor: string;
  owner: string;
  role: Role | null;
  amountLimit: number | null;
  scopes: readonly Scope[];
  /** `staff` for one who signed in. */ person: 'staff' | null;
  /** The credential, or the role that it had, was not taken away and has not expired. */ valid: boolean;
  note: string | null;
  key: string;
  bodyHash: string;
  /** From which network address the command came. */ address: string | null;
}>;

/** One resolution that is allowed, with all that carrying it out needs. The rows are locked. */
export type Resolution = Readonly<{
  tx: Tx;
  secrets: MoveSecrets;
  refund: LoadedRefund;
  transition: Transition;
  move: ResolutionMove;
  by: Resolver;
  /** What the second person confirms. */ proposal: ProposalRecord | null;
  /** The first line of the timeline about it. */ note: Note;
}>;
/** Carries a resolution out. Nothing was written when it answers with a refusal. */
export type CarryOut = (resolution: Resolution) => Promise<Moved>;
/** Why it cannot be carried out, beside what the states say. Writes nothing. */
export type Refuse = (resolution: Resolution) => Promise<ErrorCode | null>;

/** The transfer that a resolution is about; that it exists was checked. */
export function anyTransferOf({ refund, move }: Resolution): RefundTransfer {
  const transfer = refund.transfers.find(({ id }) => id === move.transfer);
  if (!transfer) throw new Error('a resolution of a transfer has a transfer');
  return transfer;
}

/** The same where it goes to a payment. */
export function transferOf(resolution: Resolution): RefundTransfer & Readonly<{ paymentId: string }> {
  const { paymentId, ...transfer } = anyTransferOf(resolution);
  if (paymentId === null) throw new Error('this resolution is of a transfer to a payment');
  return { ...transfer, paymentId };
}

/** Whether another transfer of the refund has been waited for in vain: the refund then stays with its person. */
export const othersWait = ({ refund, move }: Resolution): boolean =>
  refund.transfers.some(({ id, status }) => id !== move.transfer && WAITING.includes(status));
const WAITING: readonly string[] = ['planned', 'in_doubt', 'pending'];
