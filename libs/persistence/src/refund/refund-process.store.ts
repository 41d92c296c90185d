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
 * `seq`) of a stored transition answers what the first one stored. One that follows the money answers where it stands now:
 * a task that was lost may have written under its number when less was known.
 */
export class RefundProcessStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ gatewayKeySecret: string }>,
  ) {}

  /** Begins the process: leaves `requested`, or reports where an earlier run stands (`resume`). Throws `refund_not_found`. */
  async open(transition: Transition): Promise<OpenedRefund> {
    return this.database.write(transition, async (tx) => {
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
    return this.database.write(transition, async (tx) => {
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
    return this.database.write(transition, async (tx) => {
      const refund = await lock(tx, transition);
      const own = (stored: Stored): boolean => isSameMove(move, stored);
      const act = (one: LoadedRefund, at: Transition): Promise<Moved> => this.move(tx, one, at, move);
      if (move.kind === 'money' && refund.stored) return this.followAgain(tx, refund, transition, act);
      if (refund.stored && !own(refund.stored)) return this.aside(tx, transition, own, act);
      return this.apply(tx, refund, transition, act);
    });
  }

  /** Completes the refund with its credit note and message when its money is all there (issues store credit first); otherwise writes the status that its transfers give, as the move `money` does. */
  async finish(transition: Transition): Promise<Projected> {
    return this.database.write(transition, async (tx) => {
      const refund = await lockRefund(tx, transition);
      const act = (one: LoadedRefund): Promise<Moved> => finish(tx, one);
      if (refund.stored) return this.followAgain(tx, refund, transition, act);
      return this.apply(tx, refund, transition, act);
    });
  }

  /** Follows the money from where it stands now, whatever was written under this number. */
  private async followAgain(tx: Tx, refund: LoadedRefund, transition: Transition, act: Act): Promise<Projected> {
    return (await this.completed(tx, refund, transition)) ?? this.aside(tx, transition, NEVER, act);
  }

  /** A run that completed the refund is over, whatever came back since: that is for the repair. */
  private async completed(tx: Tx, refund: LoadedRefund, { runId }: Transition): Promise<Projected | undefined> {
    const [completed] = await tx.query(COMPLETED_BY_RUN, [refund.id, runId]);
    return completed === undefined ? undefined : answer(refund, 'completed', await unsentByCompletion(tx, refund.id));
  }

  /**
   * A task that was lost before its end wrote something else under this number: what people ask for, and what gateways
   * tell, may come in another order to the task that follows. It takes another side of the number, so that nobody is told
   * of what was not done.
   */
  private async aside(tx: Tx, at: Transition, own: (stored: Stored) => boolean, act: Act): Promise<Projected> {
    for (const seq of sidesOf(at.seq)) {
      const transition = { ...at, seq };
      const refund = await loadRefund(tx, transition);
      if (!refund) throw new RefundError('refund_not_found');
      if (refund.stored && !own(refund.stored)) continue;
      const unheard = await unsentMessages(tx, refund.id);
      const projected = await this.apply(tx, refund, transition, act);
      return { ...projected, messages: [...unheard, ...projected.messages] };
    }
    throw new RefundError('internal');
  }

  private async apply(tx: Tx, refund: LoadedRefund, transition: Transition, act: Act): Promise<Projected> {
    if (refund.stored) return this.repeated(tx, refund, transition, refund.stored);
    // Another run wrote since: this one is a leftover.
    if (refund.version >= transition.version) return unapplied(refund);
    const moved = await act(refund, transition);
    if (moved.kind === 'ignored') return unapplied(refund);
    if (moved.kind === 'refused') return unapplied(refund, moved.code);
    // What the move itself wrote may have changed what the transfers are.
    if (moved.kind === 'stays') return answer({ ...refund, transfers: moved.transfers }, refund.status, []);
    const messages = await writeTransition(tx, refund, transition, moved.step);
    return written(refund, moved.step, messages);
  }

  /** What a transition led to that was written before. One whose process wrote on before it was lost stands where that led: then it hears of all that is unsent. */
  private async repeated(
    tx: Tx,
    refund: LoadedRefund,
    transition: Transition,
    { toStatus, messages }: Stored,
  ): Promise<Projected> {
    if (toStatus === refund.status) return answer(refund, toStatus, messages);
    const completed = await this.completed(tx, refund, transition);
    return completed ?? answer(refund, refund.status, await unsentMessages(tx, refund.id));
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
        return cancel(tx, refund, move);
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

type Stored = NonNullable<LoadedRefund['stored']>;
type Act = (refund: LoadedRefund, at: Transition) => Promise<Moved>;
const NEVER = (): boolean => false;
const COMPLETED_BY_RUN = `SELECT id FROM refund_event WHERE refund_id = $1 AND run_id = $2 AND to_status = 'completed' LIMIT 1`;

/** More tasks of one run are never lost at one place. */
const MOST_SIDES = 50;
/** Far above the number of transitions of any run. */
const NEXT_SIDE = 1_000_000;
/** Under what else a transition may be stored whose own number was taken by a task that was lost. */
const sidesOf = (seq: number): readonly number[] =>
  Array.from({ length: MOST_SIDES }, (_, side) => -(seq + side * NEXT_SIDE));

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
