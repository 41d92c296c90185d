import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  publicId,
  refuseResolution,
  refuseResolver,
  RefundError,
  RESOLUTION_RULES,
  uuidOf,
  type DecisionRefusal,
  type Principal,
  type ResolutionAction,
} from '@zikui/domain';
import {
  ResolutionStore,
  ReviewStore,
  sha256Hex,
  type FoundReview,
  type JsonObject,
  type MoneyEvidence,
  type Page,
  type ReviewView,
} from '@zikui/persistence';
import type { Answer } from '../answer/answer';
import type { ShownCommand } from '../command/command-links';
import { CommandService, routeOf, type CommandCaller } from '../command/command.service';
import { found } from '../error/found';
import type { ShownProposal } from '../proposal/proposal-links';
import { answerOf } from '../proposal/proposal.service';
import type { ShownRefund } from '../refund/refund-links';
import type { LookUpDto, ResolutionDto } from './resolution.dto';
import type { ReviewFilterDto } from './review-filter.dto';

type Resolution = Readonly<{ refundId: string; key: string; resolution: ResolutionDto }>;
type LookUp = Readonly<{ refundId: string; key: string; lookUp: LookUpDto }>;
type Act = Readonly<{
  refundId: string;
  path: 'resolutions' | 'lookups';
  key: string;
  body: object;
  action: ResolutionAction;
  transferId: string | null;
  note: string | null;
  /** More of the command, for acts that need it. */ more?: JsonObject;
}>;

@Injectable()
export class ResolutionService {
  constructor(
    private readonly reviews: ReviewStore,
    private readonly resolutions: ResolutionStore,
    private readonly commands: CommandService,
  ) {}

  list({ merchantId }: Principal, { refundId, ...filter }: ReviewFilterDto): Promise<Page<ReviewView>> {
    const row = refundId === undefined ? undefined : uuidOf('refund', refundId);
    return this.reviews.list(merchantId, { ...filter, ...(row !== undefined && { refundId: row }) });
  }

  async evidence({ merchantId }: Principal, refundId: string): Promise<MoneyEvidence> {
    const evidence = await this.reviews.evidence(merchantId, refundId);
    return found(evidence, 'refund_not_found', { refund: publicId('refund', refundId) });
  }

  /** One person's act is carried out by the refund's process; what needs two is written down as a proposal. */
  async resolve(
    caller: CommandCaller,
    { refundId, key, resolution }: Resolution,
  ): Promise<Answer<ShownRefund | ShownCommand | ShownProposal>> {
    const { action, transfer, evidence } = resolution;
    const transferId = transfer === undefined ? null : (uuidOf('transfer', transfer) ?? null);
    const { destination, customerAgrees, payee } = resolution;
    if (destination === 'store_credit' && customerAgrees !== true) throw new RefundError('consent_missing');
    if (RESOLUTION_RULES[action].secondPerson) return this.propose(caller, { refundId, key, resolution }, transferId);
    return this.act(caller, {
      refundId,
      key,
      path: 'resolutions',
      body: resolution,
      action,
      transferId,
      note: evidence,
      ...(action === 'change_destination' && {
        more: { destination: destination ?? null, payee: uuidOf('payee', payee ?? '') ?? null },
      }),
    });
  }

  lookUp(caller: CommandCaller, { refundId, key, lookUp }: LookUp): Promise<Answer<ShownRefund | ShownCommand>> {
    const transferId = uuidOf('transfer', lookUp.transfer) ?? null;
    const note = lookUp.note ?? null;
    return this.act(caller, {
      refundId,
      key,
      path: 'lookups',
      body: lookUp,
      action: 'look_up',
      transferId,
      note,
    });
  }

  private act(caller: CommandCaller, act: Act): Promise<Answer<ShownRefund | ShownCommand>> {
    const { refundId, path, key, body, action, transferId, note, more } = act;
    return this.commands.carryOut(caller, {
      refundId,
      route: routeOf(refundId, path),
      key,
      body,
      name: 'resolveReview',
      payload: { action, transfer: transferId, proposal: null, ...more },
      note,
      refuse: (_facts, principal) => this.refusalOf(principal, act),
    });
  }

  private async propose(
    { principal }: CommandCaller,
    { refundId, key, resolution }: Resolution,
    transferId: string | null,
  ): Promise<Answer<ShownProposal>> {
    const { action, evidence, reason = null, gatewayRefundId = null, moved = null } = resolution;
    const review = await this.foundReview(principal, refundId);
    const ask = { refundId, action, transferId, evidence, reason, gatewayRefundId, moved };
    const bodyHash = sha256Hex(canonicalJson(resolution));
    const call = { route: routeOf(refundId, 'resolutions'), key, bodyHash };
    return answerOf(principal, await this.resolutions.propose(principal, review, ask, call), 201);
  }

  private async refusalOf(
    principal: Principal,
    { refundId, action, transferId }: Act,
  ): Promise<DecisionRefusal | null> {
    const { facts } = await this.foundReview(principal, refundId);
    return refuseResolver(action, principal) ?? refuseResolution(facts, { action, transferId });
  }

  private async foundReview({ merchantId }: Principal, refundId: string): Promise<FoundReview> {
    const review = await this.reviews.find(merchantId, refundId);
    return found(review, 'refund_not_found', { refund: publicId('refund', refundId) });
  }
}
