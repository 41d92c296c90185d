import { condition, patched, workflowInfo } from '@temporalio/workflow';
import type { OpenedRefund, ProcessTransfer, Projected, ProjectMove, Transition } from '@zikui/activities';
import { isClosed, isWorseThanShown, type RefundStatus } from '@zikui/domain';
import { sendLastMessages, sendMessages } from '../message/send-messages';
import { resolve } from '../resolution/resolve';
import { NONE_WENT, RefundMoney } from '../transfer/refund-money';
import { CommandDesk, type CommandMove } from './command-desk';
import { ProcessDisplay } from './process-display';
import { write } from './process-writes';
import { SideSteps } from './side-steps';
import type { RefundCommandAnswer, RefundInput, RefundSnapshot } from './refund.contract';

type OpenStep = Projected['openStep'];

/** What one run knows of its refund, and the only way in which it writes transitions. */
export class RefundProcess {
  openStep: OpenStep = null;
  /** When the present wait for people or goods ends by itself. */ dueAtMs: number | null = null;
  facts: OpenedRefund | undefined;
  readonly money = new RefundMoney();
  /** Who approved a step in this run. */ readonly approvers = new Set<string>();
  readonly commands = new CommandDesk();
  readonly aside = new SideSteps();
  cancelledByOperator = false;
  /** A write is on its way: what is shown to people may be ahead of what is known here. */ isWriting = false;
  /** A person sent it back to approvers or goods: the date that had brought it to him does not end that wait too. */ private askedAgain = false;
  /** What its approvers are asked about may have been given up. */ isWithdrawn = false;
  /** A label was ordered in this run. */ labelOrdered = false;
  private readonly display = new ProcessDisplay();
  private seq = 0;
  private version = 0;

  constructor(
    readonly input: RefundInput,
    /** Where the refund stands before the first step. */ public status: RefundStatus = 'requested',
  ) {}

  isClosed(): boolean {
    return isClosed(this.status);
  }

  get isCancellable(): boolean {
    const waits: readonly RefundStatus[] = ['requested', 'awaiting_approval', 'awaiting_return', 'needs_review'];
    return waits.includes(this.status) && !this.money.isSent;
  }

  /** It is with its approvers, or waits for its goods. */
  waitsForOthers(): boolean {
    return this.status === 'awaiting_approval' || this.status === 'awaiting_return';
  }

  /** Whether somebody asked for something, or a step beside the procedure broke: see `carryOut`. */
  get isStirred(): boolean {
    return this.commands.isAsked || this.aside.hasFailed;
  }

  /** Loads the recorded facts and makes the first move, or finds where an earlier run stands. */
  async open(): Promise<void> {
    const opened = await this.writing(() =>
      write('openRefund', 'Open the refund: load its facts, make the first move', this.nextTransition()),
    );
    this.takeOver(opened);
  }

  /** Takes a completed refund whose money came back to a person, or finds where an earlier run stands; closed when there is nothing to repair. */
  async openRepair(repair: number): Promise<void> {
    const summary = 'Open the repair: counter documents, tell the customer and the desk';
    const opened = await this.writing(() => write('openRepair', summary, { at: this.nextTransition(), repair }));
    // The process that completed the refund may have had a clock that was ahead.
    this.version = Math.max(this.version, opened.version);
    this.takeOver(opened);
  }

  /** Writes one transition and takes over where the refund stands then. */
  async project(move: ProjectMove, summary: string): Promise<Projected> {
    const follows = move.kind === 'money';
    return this.transition(() => write('project', summary, { at: this.nextTransition(), move }), follows);
  }

  /** Completes the refund with its document and message. Money that is not all there only gives a new status. */
  async finish(): Promise<void> {
    const storeCredit = this.money.hasStoreCredit;
    this.money.paid();
    await this.transition(
      () =>
        storeCredit
          ? write('issueStoreCredit', 'Complete: store credit, credit note, message', this.nextTransition())
          : write('finishRefund', 'Complete: credit note, message', this.nextTransition()),
      true,
    );
  }

  /** Ends what still runs beside the procedure: calls that are out, messages for a day at most. */
  async leave(): Promise<void> {
    this.publish();
    this.money.drop();
    await this.aside.ended();
  }

  /** Waits for a command, for news that end the wait, or until it ends by itself (then `false`). */
  async isAskedInTime(summary: string): Promise<boolean> {
    this.publish();
    const isAsked = (): boolean => this.isStirred || this.isWithdrawn;
    const endMs = this.isStepDue ? (this.openStep?.nextAtMs ?? null) : this.dueAtMs;
    if (endMs !== null) return condition(isAsked, Math.max(1, endMs - Date.now()), { summary });
    await condition(isAsked);
    return true;
  }

  /** Looks whether there is still something to approve. */
  async lookAgain(): Promise<void> {
    this.isWithdrawn = false;
    await this.project(
      { kind: 'money', exhausted: false, unanswered: [] },
      'What was asked about may not be there any more',
    );
  }

  /** Whether the present wait ends by a reminder or an escalation of the open step, and not by silence. Steps that were recorded before there was any have none. */
  get isStepDue(): boolean {
    const nextAtMs = this.openStep?.nextAtMs ?? null;
    return nextAtMs !== null && (this.dueAtMs === null || nextAtMs < this.dueAtMs);
  }

  /** Writes that nobody has decided the open step yet: those it asks for are reminded, or a higher role is offered it. */
  async remindOfStep(): Promise<void> {
    const step = this.openStep;
    if (!step) return;
    const atMs = step.nextAtMs ?? Date.now();
    await this.project({ kind: 'step_due', step: step.no, atMs }, `Nobody has decided step ${step.no} yet`);
    // Should the rows not follow, nobody is reminded again and again.
    const now = this.openStep;
    if (now?.no === step.no && now.nextAtMs === step.nextAtMs) this.openStep = { ...now, nextAtMs: null };
  }

  /** Carries out what was asked for first and answers with the state that followed, or with the refusal of the rows. */
  async carryOut(): Promise<void> {
    this.aside.check();
    if (this.commands.operatorCancels) return this.cancelForOperator();
    const asked = this.commands.next();
    if (asked === undefined) return;
    const { move } = asked;
    const { refused } =
      move.kind === 'resolution' ? await resolve(this, move) : await this.project(move, summaryOf(move));
    if (refused === null && move.kind === 'decision' && move.outcome === 'approve') this.approvers.add(move.actor);
    asked.end(refused === null ? { answer: this.answer() } : { refusal: refused });
  }

  /** To be called before a person sends the refund back to its approvers or its goods. */
  askAgain(): void {
    this.askedAgain = true;
    this.approvers.clear();
  }

  /** Ends a wait that nobody ended. Should the rows not follow, the process waits on without a limit instead of asking them again and again. */
  async endWait(move: ProjectMove, summary: string): Promise<void> {
    const { status, dueAtMs } = this;
    await this.project(move, summary);
    if (this.status === status && this.dueAtMs === dueAtMs) this.dueAtMs = null;
  }

  /** Shows operators where the process stands before it waits, and at its end. */
  publish(): void {
    this.display.publish(this);
  }

  answer(): RefundCommandAnswer {
    return { status: this.status, openStep: this.openStep?.no ?? null };
  }

  snapshot(): RefundSnapshot {
    const transfers = Object.fromEntries(this.money.transfers.map(({ id, status }) => [id, status]));
    return { ...this.answer(), transfers, dueAtMs: this.dueAtMs };
  }

  private async cancelForOperator(): Promise<void> {
    this.commands.operatorCancels = false;
    if (this.isCancellable) {
      await this.project({ kind: 'cancel', command: null, actor: 'operator' }, 'Cancelled by an operator');
      this.cancelledByOperator = this.status === 'cancelled';
      if (this.isClosed()) return;
    }
    await this.project({ kind: 'operator_cancel_ignored' }, 'Cancelled by an operator too late: money is finished');
  }

  /** `follows`: the write itself lets the status follow the transfers, so what it gives is up to date. */
  private async transition(writeIt: () => Promise<Projected>, follows: boolean): Promise<Projected> {
    const takeRows = this.money.beforeWrite();
    const projected = await this.writing(writeIt);
    this.status = projected.status;
    this.openStep = projected.openStep;
    this.dueAtMs = this.dueAt(projected.dueAtMs);
    takeRows(projected.transfers, follows ? NONE_WENT : this.unshown(projected.transfers));
    this.takeSnapshot(projected.snapshotHash);
    const isLast = this.isClosed() && this.input.v >= 2;
    this.aside.begin(isLast ? sendLastMessages(projected.messages) : sendMessages(projected.messages));
    this.describe();
    return projected;
  }

  private takeOver(opened: OpenedRefund): void {
    this.facts = opened;
    this.status = opened.status;
    this.openStep = opened.openStep;
    this.dueAtMs = this.dueAt(opened.status === 'awaiting_approval' ? opened.silentUntilMs : null);
    this.money.follow(opened.transfers, this.unshown(opened.transfers));
    this.aside.begin(sendMessages(opened.messages));
    this.describe();
  }

  /**
   * Which rows went on while the refund's did not: a task that was lost before its end had sent the transfer and recorded
   * what came of it, and nobody is told of that again.
   */
  private unshown(rows: readonly ProcessTransfer[]): (row: ProcessTransfer) => boolean {
    const went = ({ status }: ProcessTransfer): boolean => isWorseThanShown(status, this.status);
    return rows.some(went) && patched('2026-11-what-a-lost-task-did') ? went : NONE_WENT;
  }

  private async writing<T>(writeIt: () => Promise<T>): Promise<T> {
    this.isWriting = true;
    try {
      return await writeIt();
    } finally {
      this.isWriting = false;
    }
  }

  /** A change of destination makes another one; histories of before it do not tell. */
  private takeSnapshot(snapshotHash: string | undefined): void {
    if (this.facts && snapshotHash !== undefined) this.facts = { ...this.facts, snapshotHash };
  }

  /** A statutory refund never waits longer than to its review date. */
  private dueAt(limitMs: number | null): number | null {
    if (!this.waitsForOthers() || this.facts === undefined) return null;
    const { goods, reviewAtMs } = this.facts;
    const windowMs = this.status === 'awaiting_return' ? (goods?.dueAtMs ?? null) : null;
    const ends = [limitMs ?? windowMs, this.askedAgain ? null : reviewAtMs].filter((ms) => ms !== null);
    return ends.length === 0 ? null : Math.min(...ends);
  }

  /** Versions rise strictly, whatever the server clocks do; `seq` is for people. */
  private nextTransition(): Transition {
    this.seq += 1;
    this.version = Math.max(this.version + 1, Date.now());
    const { merchantId, refundId } = this.input;
    return { merchantId, refundId, runId: workflowInfo().runId, seq: this.seq, version: this.version };
  }

  private describe(): void {
    const step = this.openStep;
    const lines =
      step === null ? [] : [`Approval step ${step.no} of ${this.facts?.stepCount ?? step.no}: ${step.role}`];
    this.display.describe(this, [...lines, ...this.money.transfers.map(({ label, status }) => `${label}: ${status}`)]);
  }
}

function summaryOf(move: Exclude<CommandMove, { kind: 'resolution' }>): string {
  if (move.kind === 'decision') return `Approval step ${move.step}: ${move.outcome}`;
  return move.kind === 'cancel' ? 'Cancelled on request' : 'Deadline moved';
}
