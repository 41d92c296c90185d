import { RefundError } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { isSameMove } from './is-same-move';
import { loadRefund, type LoadedRefund } from './loaded-refund';
import { lockNewRefund, lockRefund, lockRefundAndCustomer, lockRefundAndPayments } from './lock-refund';
import { cancel } from './moves/cancel.move';
import { changeDeadline } from './moves/change-deadline.move';
import { decideStep } from './moves/decide.move';
import { finish } from './moves/finish.move';
import { goodsArrived } from './moves/goods-arrived.move';
import { goOn } from './moves/go-on';
import { followMoney, followReversal } from './moves/money.move';
import { noteHeld } from './moves/note-held';
import { noteIgnoredCancel } from './moves/note-ignored-cancel.move';
import { rejectByPolicy } from './moves/reject-by-policy';
import { lockForResolution } from './moves/resolve/lock-for-resolution';
import { resolveReview } from './moves/resolve/resolve.move';
import { stepDue } from './moves/step-due.move';
import { timeOut } from './moves/time-out.move';
import { unanswered } from './moves/unanswered';
import { answer, opened, resumed, unapplied, written } from './process-view';
import type { OpenedRefund, OpenedRepair, Projected, ProjectMove, Transition } from './refund-process.types';
import type { Moved } from './step';
import { unsentByCompletion, unsentMessages } from './unsent-messages';
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
      // What came back later is carried by its repair.
      if (refund.repairs > 0) {
        const messages = await unsentByCompletion(tx, refund.id);
        return { ...resumed(refund, messages), status: 'completed' };
      }
      if (refund.status !== 'requested') return resumed(refund, await unsentMessages(tx, refund.id));
      const step = refund.refusal
        ? await rejectByPolicy(tx, refund, refund.refusal)
        : await goOn(tx, this.secrets, refund, { note: null, message: null });
      return opened(refund, step, await writeTransition(tx, refund, transition, step));
    });
  }

  /** Begins a repair: a completed refund whose money came back goes to a person, with its documents and message; or reports where an earlier run stands. Ends with `completed` when there is nothing to repair, or a later repair carries the refund. Throws `refund_not_found`. */
  async openRepair(transition: Transition, repair: number): Promise<OpenedRepair> {
    return this.database.write(async (tx) => {
      const refund = await lockRefund(tx, transition);
      if (refund.repairs !== repair) return { ...resumed(refund, []), status: 'completed', version: refund.version };
      const moved = refund.status === 'completed' && !refund.stored ? await followReversal(tx, refund) : null;
      if (moved?.kind !== 'step') {
        await tx.query(`DELETE FROM outbox WHERE refund_id = $1`, [refund.id]);
        // What this very step queued before; a run that follows another sends whatever was left.
        const messages = refund.stored?.messages ?? (await unsentMessages(tx, refund.id));
        return { ...resumed(refund, messages), version: refund.version };
      }
      // Above whatever the process wrote that completed it, also where clocks differ.
      const at = { ...transition, version: Math.max(transition.version, refund.version + 1) };
      const messages = await writeTransition(tx, refund, at, moved.step);
      return { ...opened(refund, moved.step, messages), version: at.version };
    });
  }

  /** Writes one transition. Nothing changed when it answers `applied: false` or names what `refused` it. */
  async project(transition: Transition, move: ProjectMove): Promise<Projected> {
    const lock = lockFor(move);
    return this.database.write(async (tx) => {
      const refund = await lock(tx, transition);
      if (refund.stored && !isSameMove(move, refund.stored.kind)) return this.aside(tx, transition, move);
      return this.apply(tx, refund, transition, () => this.move(tx, refund, transition, move));
    });
  }

  /**
   * A task that was lost before its end wrote something else under this number: what people ask for may come in another
   * order to the task that follows. It takes the number's other side, so that nobody is told of what was not done.
   */
  private async aside(tx: Tx, { seq, ...at }: Transition, move: ProjectMove): Promise<Projected> {
    const transition = { ...at, seq: -seq };
    const refund = await loadRefund(tx, transition);
    if (!refund) throw new RefundError('refund_not_found');
    const unheard = await unsentMessages(tx, refund.id);
    const projected = await this.apply(tx, refund, transition, () => this.move(tx, refund, transition, move));
    return { ...projected, messages: [...unheard, ...projected.messages] };
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
      case 'step_due':
        return stepDue(tx, refund, move);
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
    return (tx, transition) => lockForResolution(tx, transition, TAKES_FROM_SALE.includes(move.action));
  if (move.kind === 'decision' && move.outcome === 'approve') return lockRefundAndCustomer;
  return mayRelease(move) ? lockRefundAndPayments : lockRefund;
}

/** Moves that give reservations back need the payments locked before the refund. */
const mayRelease = (move: ProjectMove): boolean =>
  ['silence', 'goods_expired', 'cancel'].includes(move.kind) || (move.kind === 'decision' && move.outcome === 'reject');

/** What all came back takes units and amounts of its sale again. */
const TAKES_FROM_SALE: readonly string[] = ['change_destination', 'retry'];
