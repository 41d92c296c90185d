import {
  compiledPolicy,
  RefundError,
  watchedLimits,
  type GatewaysByName,
  type Principal,
  type RefundRequest,
} from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database, Tx } from '../database/database';
import { brokenConstraint } from '../database/database-failure';
import type { StartRefund } from '../outbox/start-refund';
import type { RefundView } from '../refund/refund.view';
import { CustomerVault } from '../sale/customer-vault';
import { AcceptingTurns } from './accepting-turns';
import { decideRequest, requesterOf, snapshotHashOf, type Grounds, type Requester } from './decide-request';
import { dryRunOf, type DryRunView, type TriedPolicy } from './dry-run';
import { externalRefTaken } from './external-ref-taken';
import { claimKey, keyLockOf, requestKeyOf, type IdempotentRequest } from './idempotency';
import { MerchantHour } from './merchant-hour';
import { planRefund } from './plan-refund';
import type { ProcessDurations } from './process-durations';
import type { QuoteView } from './quote.view';
import { quoteViewOf } from './quote-view-of';
import { historyOf, readHistory, type HistoryRow } from './refund-history';
import { readSaleRows, refundedSaleOf, type RefundedSale, type SaleRows } from './refunded-sale';
import { writeRefund } from './write-refund';

/** `start` is null when the refund was accepted before: its process was started then, or waits in the outbox. */
export type AcceptedRefund = Readonly<{ replayed: boolean; view: RefundView; start: StartRefund | null }>;
export type IntakeOptions = Readonly<{
  masterKey: Buffer;
  durations: ProcessDurations;
  /** What the house's gateways can do. */ gateways: GatewaysByName;
  /** Connections of the database's pool. */ poolSize: number;
}>;

type Found = readonly [SaleRows, HistoryRow];
type Asked = Readonly<{
  request: RefundRequest;
  /** Name of the key's lock; none for whoever only looks. */ keyLock?: string;
  tried?: TriedPolicy;
}>;
const MOST_READINGS = 3;
const textOf = ({ source, hash }: TriedPolicy) => ({ text: source, hash });

/** Where refunds come in. Nothing else takes units, amounts or reservations of a sale. */
export class RefundIntakeStore {
  private readonly box: SecretBox;
  private readonly vault: CustomerVault;
  private readonly merchantHour = new MerchantHour();
  private readonly turns: AcceptingTurns;

  constructor(
    private readonly database: Database,
    private readonly options: IntakeOptions,
  ) {
    this.box = new SecretBox(options.masterKey);
    this.vault = new CustomerVault(this.box);
    this.turns = new AcceptingTurns(options.poolSize);
  }

  /** What the request would pay now, and why; writes and locks nothing. Throws the refusal. */
  async quote(principal: Principal, request: RefundRequest): Promise<QuoteView> {
    return this.database.read(principal, async (tx) => {
      const { sale, grounds } = this.foundFor(request, await this.ask(tx, principal.merchantId, { request }));
      const { decided, refusal } = decideRequest(sale, grounds, request, requesterOf(principal, request));
      if (refusal !== null) throw new RefundError(refusal);
      return quoteViewOf(sale, decided, snapshotHashOf(sale, decided, this.box));
    });
  }

  /** What the request would be under a policy that may not be in force, whoever asks; writes and locks nothing. Throws `sale_not_found`. */
  async dryRun(
    principal: Principal,
    asked: Readonly<{ request: RefundRequest; requester: Requester | null; policy: TriedPolicy }>,
  ): Promise<DryRunView> {
    const { request, policy } = asked;
    return this.database.read(principal, async (tx) => {
      const found = await this.ask(tx, principal.merchantId, { request, tried: policy });
      const { sale, grounds } = this.foundFor(request, found, policy);
      const requester = asked.requester ?? requesterOf(principal, request);
      return dryRunOf(sale, grounds, { request, requester }, this.box);
    });
  }

  /**
   * Accepts a refund once per (merchant, route, key): reservations, rows, outbox and answer in one transaction, decided
   * on rows read after their locks. A repeat gets the first answer. Throws the refusal, `request_in_progress` while the
   * first is running, `idempotency_conflict` for another body, `too_many_at_once` when the merchant's other requests
   * leave it no turn; then nothing is written.
   */
  async accept(principal: Principal, request: RefundRequest, idempotency: IdempotentRequest): Promise<AcceptedRefund> {
    const accepted = await this.acceptInTurn(principal, request, idempotency).catch(async (error: unknown) => {
      if (brokenConstraint(error) !== 'refund_external_ref_idx') throw error;
      throw await externalRefTaken(this.database, principal.merchantId, request.externalRef ?? '');
    });
    const { payout } = accepted.view;
    if (!accepted.replayed) this.merchantHour.add(principal.merchantId, payout.currency, payout.amount);
    return accepted;
  }

  private async acceptInTurn(
    principal: Principal,
    request: RefundRequest,
    idempotency: IdempotentRequest,
  ): Promise<AcceptedRefund> {
    const turn = this.turns.enter(principal.merchantId);
    if (turn !== undefined) await turn;
    try {
      return await this.acceptOnce(principal, request, idempotency);
    } finally {
      this.turns.leave(principal.merchantId);
    }
  }

  private acceptOnce(
    principal: Principal,
    request: RefundRequest,
    idempotency: IdempotentRequest,
  ): Promise<AcceptedRefund> {
    const { merchantId } = principal;
    return this.database.write(principal, async (tx) => {
      // Asked for in one breath: a round trip costs more than what a repeat reads in vain.
      const [answer, found] = await Promise.all([
        claimKey(tx, { merchantId, saleRef: request.saleRef }, idempotency),
        this.ask(tx, merchantId, { request, keyLock: keyLockOf(merchantId, idempotency) }),
      ]);
      if (answer) return { replayed: true, view: answer, start: null };

      const { sale, grounds } = this.foundFor(request, found);
      const requester = requesterOf(principal, request);
      const verdict = decideRequest(sale, grounds, request, requester);

      const asked = {
        ...verdict,
        principal,
        requester,
        request,
        sale,
        snapshotHash: snapshotHashOf(sale, verdict.decided, this.box),
        requestKey: requestKeyOf(merchantId, idempotency),
        sealedNote: this.sealNote(request.note, sale),
      };
      const written = await writeRefund(tx, asked, planRefund(asked), {
        idempotency,
        durations: this.durationsOf(sale),
      });
      return { replayed: false, ...written };
    });
  }

  /** Reads all that a decision needs: the history after the locks, so that it misses nothing. */
  private async ask(tx: Tx, merchantId: string, asked: Asked): Promise<Found> {
    const { request, keyLock = null, tried } = asked;
    const question = { merchantId, saleRef: request.saleRef, requestedBy: request.requestedBy };
    const watched = tried === undefined ? null : watchedLimits(compiledPolicy(textOf(tried)).limits);
    const before = { ...question, reason: request.reason, watched, merchantHour: this.merchantHour.known(merchantId) };
    for (let reading = 1; reading <= MOST_READINGS; reading += 1) {
      const [rows, row] = await Promise.all([readSaleRows(tx, { ...question, keyLock }), readHistory(tx, before)]);
      // A policy that came into force between the two statements watches other sums: both are read again.
      if (tried !== undefined || rows.sale === undefined || rows.sale.policyId === row.policyId) return [rows, row];
    }
    throw new Error('the policy changed again and again while one request was read');
  }

  private foundFor(
    { saleRef }: RefundRequest,
    [rows, row]: Found,
    tried?: TriedPolicy,
  ): Readonly<{ sale: RefundedSale; grounds: Grounds }> {
    const sale = refundedSaleOf(rows, saleRef, tried);
    this.merchantHour.learn(sale.merchantId, sale.snapshot.currency, row.merchantHour);
    return { sale, grounds: { earlier: historyOf(row, sale), gateways: this.options.gateways } };
  }

  /** The limits of waiting that gateways of this sale have of their own come before that of the house. */
  private durationsOf({ payments }: RefundedSale): ProcessDurations {
    const own = payments.flatMap(({ gateway }) => {
      const limit = this.options.gateways[gateway]?.pendingLimitMs ?? null;
      return limit === null ? [] : [[gateway, limit] as const];
    });
    return { ...this.options.durations, ...(own.length === 0 ? {} : { pendingLimitsMs: Object.fromEntries(own) }) };
  }

  /** Of a customer who was erased nothing new is kept. */
  private sealNote(note: string | undefined, { merchantId, customerId, customerKey }: RefundedSale): string | null {
    if (note === undefined || customerKey === null) return null;
    return this.vault.sealNote(note, customerKey, { merchantId, customerId });
  }
}
