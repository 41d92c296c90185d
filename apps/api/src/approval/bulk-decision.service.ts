import { Injectable } from '@nestjs/common';
import { RefundError, uuidOf, type Money } from '@zikui/domain';
import { ApprovalInboxStore } from '@zikui/persistence';
import type { CommandCaller } from '../command/command.service';
import { Env } from '../env';
import { problemOf } from '../error/problem';
import { ApprovalService } from './approval.service';
import type { BulkDecisionDto, OneDecisionDto } from './bulk-decision.dto';
import type { DecidedItem } from './bulk-decision.resource';

/** So many processes are asked at once. */
const AT_ONCE = 5;

@Injectable()
export class BulkDecisionService {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly inbox: ApprovalInboxStore,
    private readonly env: Env,
  ) {}

  /** Decides many, each as a decision of its own under the same key: a repeat goes on where the first stopped. Throws `sum_differs` before any of them. */
  async decideAll(
    caller: CommandCaller,
    { key, body }: Readonly<{ key: string; body: BulkDecisionDto }>,
  ): Promise<Readonly<{ items: readonly DecidedItem[] }>> {
    if (body.total) await this.checkSum(caller, body.decisions, body.total);
    const items: DecidedItem[] = [];
    for (let from = 0; from < body.decisions.length; from += AT_ONCE) {
      const some = body.decisions.slice(from, from + AT_ONCE);
      items.push(...(await Promise.all(some.map((one) => this.decideOne(caller, key, one)))));
    }
    return { items };
  }

  private async checkSum(
    { principal: { merchantId } }: CommandCaller,
    decisions: readonly OneDecisionDto[],
    stated: Money,
  ): Promise<void> {
    const sums = await this.inbox.sumsOf(
      merchantId,
      decisions.map(({ refundId }) => uuidOf('refund', refundId) ?? ''),
    );
    const [only] = sums;
    if (sums.length === 1 && only?.amount === stated.amount && only.currency === stated.currency) return;
    const sum = sums.length === 1 && only?.currency === stated.currency ? only.amount : null;
    throw new RefundError('sum_differs', { stated: stated.amount, sum, currency: stated.currency });
  }

  private async decideOne(caller: CommandCaller, key: string, one: OneDecisionDto): Promise<DecidedItem> {
    const { refundId: id, ...decision } = one;
    const told = { refundId: id, step: one.step, status: null, commandId: null, problem: null };
    try {
      const refundId = uuidOf('refund', id) ?? '';
      const { body } = await this.approvals.decide(caller, { refundId, key, decision });
      if ('saleRef' in body) return { ...told, state: 'done', status: body.status };
      return { ...told, state: 'pending', commandId: body.id };
    } catch (error) {
      // What is no refusal is a fault of ours, and the caller may repeat the whole.
      if (!(error instanceof RefundError)) throw error;
      const problem = problemOf(error, { publicUrl: this.env.PUBLIC_URL, ...caller.asked });
      return { ...told, state: 'refused', problem };
    }
  }
}
