import { ApplicationFailure, WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import type { RefundCommandAnswer, RefundCommandName } from '@zikui/workflows/contract';
import { NO_ANSWER, within } from './within';

/** A command as it lies in `refund_command`; `updateId` is the id of that row, the same on every repeat. */
export type SentCommand = Readonly<{
  workflowId: string;
  updateId: string;
  name: RefundCommandName;
  payload: unknown;
}>;
export type CommandOutcome =
  | Readonly<{ kind: 'done'; answer: RefundCommandAnswer }>
  /** Refused by the process; `code` is of the error catalogue. */
  | Readonly<{ kind: 'refused'; code: string }>
  /** No answer in time: the command may still be carried out, or be lost. Send it again under the same id. */
  | Readonly<{ kind: 'pending' }>
  /** No process takes it: it has ended, or has not begun. */
  | Readonly<{ kind: 'no_process' }>;

/** Sends a command and waits for its outcome. A repeat with the same `updateId` meets the first answer. */
export async function sendCommand(client: Client, command: SentCommand, limitMs: number): Promise<CommandOutcome> {
  try {
    const answer = await within(client, limitMs, () =>
      client.workflow.getHandle(command.workflowId).executeUpdate<RefundCommandAnswer, [unknown]>(command.name, {
        updateId: command.updateId,
        args: [command.payload],
      }),
    );
    return answer === NO_ANSWER ? { kind: 'pending' } : { kind: 'done', answer };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'no_process' };
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && typeof cause.type === 'string') {
      return { kind: 'refused', code: cause.type };
    }
    throw error;
  }
}
