import { Injectable } from '@nestjs/common';
import { canonicalJson, judgeActions, publicId, statusSentence, type Principal } from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import {
  CommandFactsStore,
  RefundIntakeStore,
  RefundReadStore,
  RefundWatchStore,
  sha256Hex,
  type Page,
  type RefundCount,
  type TimelineEntry,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import { RefundProcesses } from '../process/refund-processes';
import type { RefundRequestDto } from '../quote/refund-request.dto';
import type { RefundFilterDto, RefundListDto } from './refund-filter.dto';
import { shownAction } from './refund-action.resource';
import type { RefundDetail } from './refund-detail.resource';
import { RefundLinks, type ShownRefund } from './refund-links';

const CREATE_ROUTE = 'POST /v1/refunds';

@Injectable()
export class RefundService {
  constructor(
    private readonly intake: RefundIntakeStore,
    private readonly refunds: RefundReadStore,
    private readonly facts: CommandFactsStore,
    private readonly watches: RefundWatchStore,
    private readonly processes: RefundProcesses,
    private readonly links: RefundLinks,
  ) {}

  /** Accepts a refund. The answer goes out right after the commit; its process begins after the answer. */
  async accept(principal: Principal, body: RefundRequestDto, key: string): Promise<Answer<ShownRefund>> {
    const idempotency = { route: CREATE_ROUTE, key, bodyHash: sha256Hex(canonicalJson(body)) };
    const { replayed, view, start } = await this.intake.accept(principal, body, idempotency);
    await failpoint('api.after_commit');
    return new Answer(this.links.show(principal, view), {
      status: 201,
      headers: { Location: `/v1/refunds/${view.id}`, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
      ...(start && { afterwards: () => this.processes.start(start) }),
    });
  }

  async find(principal: Principal, refundId: string): Promise<ShownRefund> {
    const view = await this.refunds.find(principal.merchantId, refundId);
    return this.links.show(principal, found(view, 'refund_not_found', { refund: publicId('refund', refundId) }));
  }

  /** With where it stands in words and, for a person, what he may do about it and why not. Read one after the other, on one connection. */
  async detail(principal: Principal, refundId: string): Promise<RefundDetail> {
    const isPerson = principal.person === 'staff';
    const refund = await this.find(principal, refundId);
    const facts = isPerson ? await this.facts.forOnlooker(principal, refundId) : undefined;
    const watched = isPerson ? await this.watches.isWatched(principal, refundId) : null;
    const actions = facts && judgeActions(facts, { ...principal, authorities: facts.authorities }).map(shownAction);
    return { ...refund, statusText: statusSentence(refund.status), actions: actions ?? null, watched };
  }

  async list(principal: Principal, filter: RefundFilterDto): Promise<Page<ShownRefund>> {
    const { items, next } = await this.refunds.list(principal.merchantId, filter);
    return { items: items.map((item) => this.links.show(principal, item)), next };
  }

  count({ merchantId }: Principal, filter: RefundListDto): Promise<RefundCount> {
    return this.refunds.count(merchantId, filter);
  }

  async timeline(principal: Principal, refundId: string): Promise<Page<TimelineEntry>> {
    const entries = await this.refunds.timeline(principal.merchantId, refundId);
    return { items: found(entries, 'refund_not_found', { refund: publicId('refund', refundId) }), next: null };
  }
}
