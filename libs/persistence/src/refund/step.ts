import type { ErrorCode, MessageKind, RefundStatus, TimelineKind } from '@zikui/domain';
import type { RefundTransfer } from './loaded-refund';
import type { OpenStep } from './refund-process.types';

/** One line of the timeline; its fields are those that `TIMELINE_KINDS` lists. */
export type Note = Readonly<{
  kind: TimelineKind;
  actor: string;
  data: Readonly<Record<string, string | number | boolean | null>>;
}>;
/** A message that a newer state already overtook is written as `suppressed`, so that people see why it was not sent. */
export type NewMessage = Readonly<{ kind: MessageKind; status: 'queued' | 'suppressed' }>;

/** What a transition writes beside the rows that its move changed itself. The first note carries the change of status. */
export type Step = Readonly<{
  to: RefundStatus;
  reviewReason: string | null;
  dueAt: string | null;
  openStep: OpenStep | null;
  notes: readonly [Note, ...Note[]];
  messages: readonly NewMessage[];
  /** As they are now. */ transfers: readonly RefundTransfer[];
  /** Where the move made a new one. */ snapshotHash?: string;
}>;

/** `stays`: there was nothing to write. `ignored`: the refund has moved on and the transition is void. */
export type Moved =
  | Readonly<{ kind: 'step'; step: Step }>
  | Readonly<{ kind: 'refused'; code: ErrorCode }>
  | Readonly<{ kind: 'stays'; transfers: readonly RefundTransfer[] }>
  | Readonly<{ kind: 'ignored' }>;

/** The service itself, as an actor. */
export const SYSTEM = 'system';

export const step = (written: Step): Moved => ({ kind: 'step', step: written });
export const refused = (code: ErrorCode): Moved => ({ kind: 'refused', code });
export const stays = (transfers: readonly RefundTransfer[]): Moved => ({ kind: 'stays', transfers });
export const IGNORED: Moved = { kind: 'ignored' };
