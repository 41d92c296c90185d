import type { Database, Tx } from '../database/database';
import type { LoadedRefund } from './loaded-refund';
import { lockNewRefund, lockRefund, lockRefundAndPayments } from './lock-refund';
import { cancel } from './moves/cancel.move';
import { changeDeadline } from './moves/change-deadline.move';
import { decideStep } from './moves/decide.move';
import { finish } from './moves/finish.move';
import { goodsArrived } from './moves/goods-arrived.move';
import { goOn } from './moves/go-on';
import { followMoney } from './moves/money.move';
import { noteHeld } from './moves/note-held';
import { noteIgnoredCancel } from './moves/note-ignored-cancel.move';
import { rejectByPolicy } from './moves/reject-by-policy';
import { lockForResolution } from './moves/resolve/lock-for-resolution';
import { resolveReview } from './moves/resolve/resolve.move';
import { timeOut } from './moves/time-out.move';
import { unanswered } from './moves/unanswered';
import { answer, opened, resumed, unapplied, written } from './process-view';
import type { OpenedRefund, Projected, ProjectMove, Transition } from './refund-process.types';
import type { Moved } from './step';
import { unsentMessages } from './unsent-messages';
import { writeTransition } from './write-transition';

/**
 * The only writer of `refund.status`. Each method is one transaction, and safe to repeat: a call with the (`runId`,
 * `seq`) of a stored transition answers what the first one stored.
 */
export class RefundProcessStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ gatewayKeySecret: string }>,
  ) {}

  /** Begins the process: leaves `requested`, or reports where an earlier run stands (`resume`). Throws `refund_not_found`. */
  async open(transition: Transition): Promise<OpenedRefund> {
    return this.database.write(async (tx) => {
      const refund = await lockNewRefund(tx, transition);
      if (refund.status !== 'requested') return resumed(refund, await unsentMessages(tx, refund.id));
      const step = refund.refusal
        ? await rejectByPolicy(tx, refund, refund.refusal)
        : await goOn(tx, this.secrets, refund, { note: null, message: null });
      return opened(refund, step, await writeTransition(tx, refund, transition, step));
    });
  }

  /** Writes one transition. Nothing changed when it answers `applied: false` or names what `refused` it. */
  async project(transition: Transition, move: ProjectMove): Promise<Projected> {
    const lock = lockFor(move);
    return this.database.write(async (tx) => {
      const refund = await lock(tx, transition);
      return this.apply(tx, refund, transition, () => this.move(tx, refund, transition, move));
    });
  }

  /** Completes the refund with its credit note and message when its money is all there (issues store credit first); otherwise writes the status that its transfers give, as the move `money` does. */
  async finish(transition: Transition): Promise<Projected> {
    return this.database.write(async (tx) => {
      const refund = await lockRefund(tx, transition);
      return this.apply(tx, refund, transition, () => finish(tx, refund));
    });
  }

  private async apply(
    tx: Tx,
    refund: LoadedRefund,
    transition: Transition,
    move: () => Promise<Moved>,
  ): Promise<Projected> {
    if (refund.stored) return this.repeated(tx, refund, refund.stored);
    // Another run wrote since: this one is a leftover.
    if (refund.version >= transition.version) return unapplied(refund);
    const moved = await move();
    if (moved.kind === 'ignored') return unapplied(refund);
    if (moved.kind === 'refused') return unapplied(refund, moved.code);
    // What the move itself wrote may have changed what the transfers are.
    if (moved.kind === 'stays') return answer({ ...refund, transfers: moved.transfers }, refund.status, []);
    const messages = await writeTransition(tx, refund, transition, moved.step);
    return written(refund, moved.step, messages);
  }

  /** What a transition led to that was written before. One that changed no status stands where its process wrote on to before it was lost: then it hears of all that is unsent. */
  private async repeated(
    tx: Tx,
    refund: LoadedRefund,
    stored: NonNullable<LoadedRefund['stored']>,
  ): Promise<Projected> {
    const { toStatus, messages } = stored;
    if (toStatus !== null) return answer(refund, toStatus, messages);
    return answer(refund, refund.status, await unsentMessages(tx, refund.id));
  }

  private async move(tx: Tx, refund: LoadedRefund, transition: Transition, move: ProjectMove): Promise<Moved> {
    switch (move.kind) {
      case 'decision':
        return decideStep(tx, this.secrets, refund, move);
      case 'silence':
      case 'goods_expired':
        return timeOut(tx, refund);
      case 'goods_arrived':
        return goodsArrived(tx, this.secrets, refund);
      case 'cancel':
        return cancel(tx, refund, move.actor);
      case 'operator_cancel_ignored':
        return noteIgnoredCancel(refund);
      case 'resolution':
        return resolveReview(tx, this.secrets, refund, transition, move);
      case 'deadline':
        return changeDeadline(tx, refund, move);
      case 'money':
        await noteHeld(tx, refund, move.held ?? []);
        return followMoney(tx, await unanswered(tx, refund, transition, move.unanswered), move.exhausted);
    }
  }
}

type Lock = (tx: Tx, transition: Transition) => Promise<LoadedRefund>;
function lockFor(move: ProjectMove): Lock {
  if (move.kind === 'resolution')
    return (tx, transition) => lockForResolution(tx, transition, move.action === 'change_destination');
  return mayRelease(move) ? lockRefundAndPayments : lockRefund;
}

/** Moves that give reservations back need the payments locked before the refund. */
const mayRelease = (move: ProjectMove): boolean =>
  ['silence', 'goods_expired', 'cancel'].includes(move.kind) || (move.kind === 'decision' && move.outcome === 'reject');
