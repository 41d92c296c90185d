import { Injectable } from '@nestjs/common';
import { canonicalJson, publicId, type Principal } from '@zikui/domain';
import {
  DisputeEvidenceStore,
  DisputeOutcomeStore,
  DisputeStore,
  sha256Hex,
  type DisputeEvidence,
  type DisputeView,
  type Page,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import type { ShownProposal } from '../proposal/proposal-links';
import { answerOf } from '../proposal/proposal.service';
import type { DisputeDto, DisputeFilterDto, DisputeOutcomeDto } from './dispute.dto';

type Outcome = Readonly<{ disputeId: string; key: string; body: DisputeOutcomeDto }>;

@Injectable()
export class DisputeService {
  constructor(
    private readonly disputes: DisputeStore,
    private readonly outcomes: DisputeOutcomeStore,
    private readonly evidences: DisputeEvidenceStore,
  ) {}

  async register(principal: Principal, body: DisputeDto, key: string): Promise<Answer<DisputeView>> {
    const { saleRef, payment, disputeRef, amount, currency, reason = null, funds = null } = body;
    const { view, created, replayed } = await this.disputes.register(principal, {
      ...{ saleRef, payment, disputeRef, amount: { amount, currency }, reason, funds, key },
      openedAt: body.openedAt ?? new Date().toISOString(),
      bodyHash: sha256Hex(canonicalJson(body)),
    });
    return new Answer(view, {
      status: created || replayed ? 201 : 200,
      headers: { Location: `/v1/disputes/${view.id}`, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
    });
  }

  async find({ merchantId }: Principal, id: string): Promise<DisputeView> {
    return found(await this.disputes.find(merchantId, id), 'dispute_not_found', { dispute: publicId('dispute', id) });
  }

  list({ merchantId }: Principal, filter: DisputeFilterDto): Promise<Page<DisputeView>> {
    return this.disputes.list(merchantId, filter);
  }

  /** Takes effect when a second person has confirmed it. */
  async propose(principal: Principal, { disputeId, key, body }: Outcome): Promise<Answer<ShownProposal>> {
    const { outcome, funds = null, evidence } = body;
    const route = `POST /v1/disputes/${publicId('dispute', disputeId)}/outcome`;
    const call = { route, key, bodyHash: sha256Hex(canonicalJson(body)) };
    return answerOf(
      principal,
      await this.outcomes.propose(principal, { disputeId, outcome, funds, evidence }, call),
      201,
    );
  }

  async evidence({ merchantId }: Principal, id: string): Promise<DisputeEvidence> {
    const evidence = await this.evidences.find(merchantId, id);
    return found(evidence, 'dispute_not_found', { dispute: publicId('dispute', id) });
  }
}
