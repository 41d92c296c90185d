import { ApplicationFailure, CancellationScope, condition } from '@temporalio/workflow';
import type { ProjectMove } from '@zikui/activities';
import type { ErrorCode } from '@zikui/domain';
import type { RefundCommandAnswer } from './refund.contract';

export type CommandMove = Extract<ProjectMove, { kind: 'decision' | 'cancel' | 'deadline' | 'resolution' }>;
type Ending = Readonly<{ answer: RefundCommandAnswer } | { refusal: string }>;
type Asked = { readonly move: CommandMove; ending?: Ending };

/** Commands that were accepted and wait for the process to carry them out. Their callers wait with them. */
export class CommandDesk {
  /** An operator cancelled the workflow itself, and the process has not answered to that yet. */
  operatorCancels = false;
  private readonly asked: Asked[] = [];

  get isAsked(): boolean {
    return this.operatorCancels || this.asked.length > 0;
  }

  /** How many decide this step already. */
  deciding(step: number): number {
    return this.asked.filter(({ move }) => move.kind === 'decision' && move.step === step).length;
  }

  /** Hands a command to the process and waits until its outcome is written; a refusal is thrown. */
  async ask(move: CommandMove): Promise<RefundCommandAnswer> {
    const asked: Asked = { move };
    this.asked.push(asked);
    // An operator's cancel of the process is answered by itself; whoever waits for a command still gets his answer.
    await CancellationScope.nonCancellable(() => condition(() => asked.ending !== undefined));
    const ending = asked.ending;
    if (ending === undefined || 'refusal' in ending) throw refusal(ending?.refusal ?? 'internal');
    return ending.answer;
  }

  /** The command that was asked for first, and the way to end it. */
  next(): { move: CommandMove; end: (ending: Ending) => void } | undefined {
    const asked = this.asked[0];
    if (asked === undefined) return undefined;
    return {
      move: asked.move,
      end: (ending) => {
        this.asked.shift();
        asked.ending = ending;
      },
    };
  }

  /** Refuses what was asked for first. */
  refuseNext(codes: Readonly<Record<CommandMove['kind'], ErrorCode>>): void {
    const asked = this.next();
    asked?.end({ refusal: codes[asked.move.kind] });
  }

  /** Refuses whatever still waits: the process has come to a point where it cannot be carried out. */
  refuseAll(codes: Readonly<Record<CommandMove['kind'], ErrorCode>>): void {
    for (let asked = this.next(); asked !== undefined; asked = this.next()) {
      asked.end({ refusal: codes[asked.move.kind] });
    }
  }
}

/** A refusal as callers meet it: its type is the code of the error catalogue. */
export const refusal = (code: string): ApplicationFailure =>
  ApplicationFailure.create({ type: code, message: code, nonRetryable: true });
