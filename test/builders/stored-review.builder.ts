import { LOOK_UPS_MS, PENDING_LIMIT_MS, type GatewayOutcome, type ResolutionAction, type Role } from '@zikui/domain';
import {
  newId,
  RefundCommandStore,
  RefundProcessStore,
  ResolutionStore,
  ReviewStore,
  TransferStore,
  type Projected,
  type ProjectMove,
  type ResolutionAsk,
} from '@zikui/persistence';
import type { OpenDoor } from './open-door.builder';
import { byProcess, type ByProcess } from './by-process.builder';
import { principalOf } from './stored-command.builder';
import type { StoredKey, StoredMerchant } from './stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from './stored-refund.builder';

type Resolution = Extract<ProjectMove, { kind: 'resolution' }>;
export type Told = GatewayOutcome | Readonly<{ kind: 'unknown'; evidence: Readonly<Record<string, string>> }>;
type Paying = StoredRefund & Readonly<{ attemptIds: readonly string[] }>;

let movements = 0;
export const movementId = (): string => `re_${String((movements += 1))}_${newId()}`;
export const settledWith = (amount: number): GatewayOutcome => ({
  kind: 'settled',
  gatewayRefundId: movementId(),
  amount: { amount, currency: 'ILS' },
});
export const DECLINED: GatewayOutcome = { kind: 'declined', gatewayRefundId: null, reason: 'card_expired' };
export const UNKNOWN: Told = { kind: 'unknown', evidence: { cause: 'unlisted_status' } };

const TERMS = { lookUpsMs: LOOK_UPS_MS, pendingLimitMs: PENDING_LIMIT_MS, gateways: {} };

/** Refunds that do not go on by themselves, and the people who resolve them. */
export class ReviewRoom {
  readonly refunds: RefundProcessStore;
  readonly transfers: ByProcess<TransferStore>;
  readonly reviews: ReviewStore;
  private readonly commands: RefundCommandStore;
  private readonly resolutions: ResolutionStore;

  constructor(
    private readonly database: OpenDoor,
    private readonly merchant: StoredMerchant,
    /** Keys of finance, who does and proposes, and of a lead, who confirms. */
    private readonly keys: Readonly<{ finance: StoredKey; second: StoredKey }>,
  ) {
    this.refunds = new RefundProcessStore(database, SECRETS);
    this.transfers = byProcess(database, new TransferStore(database, SECRETS));
    this.reviews = new ReviewStore(database, TERMS);
    this.commands = new RefundCommandStore(database);
    this.resolutions = new ResolutionStore(database);
  }

  /** A refund whose transfers were sent and answered so, in order; its status follows them. */
  async answered(answers: readonly Told[], plan: RefundPlan = {}): Promise<Paying> {
    const refund = await this.opened({ amounts: answers.map(() => 10_000), ...plan });
    const attemptIds: string[] = [];
    for (const [index, answer] of answers.entries()) {
      const attemptId = await this.send(refund, index);
      await this.transfers.record(attemptId, answer);
      attemptIds.push(attemptId);
    }
    await this.follow(refund, true);
    return { ...refund, attemptIds };
  }

  /** A refund that is paid and of which nothing was sent yet. */
  async opened(plan: RefundPlan = {}): Promise<StoredRefund> {
    const refund = await storeRefund(this.database, this.merchant, plan);
    await this.refunds.open(refund.at());
    return refund;
  }

  /** Sends a transfer as its process would; the attempt's id. */
  async send(refund: StoredRefund, index = 0): Promise<string> {
    const claimed = await this.transfers.claim(refund.transferIds[index] ?? '');
    if (claimed.kind !== 'send') throw new Error(`expected a claim, got ${claimed.kind}`);
    return claimed.attemptId;
  }

  follow(refund: StoredRefund, exhausted = false): Promise<Projected> {
    return this.refunds.project(refund.at(), { kind: 'money', exhausted, unanswered: [] });
  }

  /** What one person does. */
  async act(
    refund: StoredRefund,
    action: ResolutionAction,
    index: number | null = null,
    over: Partial<Resolution> = {},
  ): Promise<Projected> {
    const transfer = index === null ? null : (refund.transferIds[index] ?? null);
    return this.carryOut(refund, this.keys.finance, { action, transfer, proposal: null, ...over });
  }

  /** What two persons state: proposed by finance, confirmed by the lead. */
  async state(
    refund: StoredRefund,
    action: ResolutionAction,
    index: number | null = null,
    over: Partial<ResolutionAsk & Resolution> = {},
  ): Promise<Projected> {
    const proposal = await this.propose(refund, action, index, over);
    return this.confirm(refund, proposal, over);
  }

  /** The proposal's id with what it names. */
  async propose(
    refund: StoredRefund,
    action: ResolutionAction,
    index: number | null,
    over: Partial<ResolutionAsk> = {},
  ): Promise<Pick<Resolution, 'proposal' | 'action' | 'transfer'>> {
    const review = await this.reviews.find(refund.merchantId, refund.id);
    if (!review) throw new Error('the refund exists');
    const transferId = index === null ? null : (refund.transferIds[index] ?? null);
    const ask: ResolutionAsk = {
      ...{ refundId: refund.id, action, transferId, evidence: 'Statement of 21 November', reason: null },
      gatewayRefundId: over.gatewayRefundId ?? null,
      moved: over.moved ?? null,
    };
    const call = { route: `POST ${refund.id}`, key: newId(), bodyHash: 'b'.repeat(64) };
    const { proposal } = await this.resolutions.propose(this.principal('finance'), review, ask, call);
    const id = proposal.view.id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { proposal: id, action, transfer: transferId };
  }

  confirm(
    refund: StoredRefund,
    proposed: Pick<Resolution, 'proposal' | 'action' | 'transfer'>,
    { finding = 'nothing' }: Partial<Resolution> = {},
    key = this.keys.second,
  ): Promise<Projected> {
    return this.carryOut(refund, key, { ...proposed, finding });
  }

  private principal(role: Role) {
    return principalOf(this.merchant, this.keys.finance, role);
  }

  private async carryOut(
    refund: StoredRefund,
    key: StoredKey,
    move: Partial<Resolution> & Pick<Resolution, 'action' | 'transfer' | 'proposal'>,
  ): Promise<Projected> {
    const accepted = await this.commands.accept(principalOf(this.merchant, key), {
      ...{ route: `POST ${newId()}`, key: newId(), bodyHash: 'a'.repeat(64), refundId: refund.id },
      ...{ name: 'resolveReview', payload: {}, note: 'Seen' },
    });
    if (accepted.kind !== 'new') throw new Error('a new command');
    const { id: command } = accepted.command;
    const finding = move.finding ?? null;
    const projected = await this.refunds.project(refund.at(), {
      ...{ kind: 'resolution', command, actor: key.actor, finding },
      ...{ action: move.action, transfer: move.transfer, proposal: move.proposal },
      ...(move.destination && { destination: move.destination, payee: move.payee ?? null }),
    });
    await this.commands.done(command, { status: projected.status });
    return projected;
  }
}
