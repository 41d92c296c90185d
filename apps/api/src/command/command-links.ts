import { Injectable } from '@nestjs/common';
import { publicId, RefundError, type RefundStatus } from '@zikui/domain';
import type { JsonObject, RefundCommand, RefundCommandName } from '@zikui/persistence';
import { Env } from '../env';
import { problemOf, type Problem } from '../error/problem';
import type { Asked } from '../request/asked.decorator';

/** `GET /v1/refunds/{id}/commands/{commandId}`: what became of a command. */
export type ShownCommand = Readonly<{
  id: string;
  refundId: string;
  name: RefundCommandName;
  state: 'pending' | 'done' | 'refused';
  /** The refund's status after it was carried out. */ status: RefundStatus | null;
  /** Why it was refused. */ problem: Problem | null;
}>;

@Injectable()
export class CommandLinks {
  constructor(private readonly env: Env) {}

  pathOf({ id, refundId }: RefundCommand): string {
    return `/v1/refunds/${publicId('refund', refundId)}/commands/${publicId('command', id)}`;
  }

  show(command: RefundCommand, asked: Asked): ShownCommand {
    const { id, refundId, name, state, refusal, answer } = command;
    const context = { publicUrl: this.env.PUBLIC_URL, ...asked };
    return {
      id: publicId('command', id),
      refundId: publicId('refund', refundId),
      name,
      state,
      status: statusOf(answer),
      problem: refusal && problemOf(new RefundError(refusal), context),
    };
  }
}

const statusOf = (answer: JsonObject | null): RefundStatus | null =>
  typeof answer?.status === 'string' ? (answer.status as RefundStatus) : null;
