import { MockActivityEnvironment } from '@temporalio/testing';
import { createReconciliationActivities } from '@zikui/activities';
import { uuidOf, type GatewayAsk, type GatewayNews, type Money, type Principal } from '@zikui/domain';
import {
  GatewayInboxStore,
  LostProcessStore,
  ReconciliationRunStore,
  ReconciliationStore,
  RefundProcessStore,
  sha256Hex,
  TransferStore,
  type DifferenceView,
  type GatewayAnswer,
  type ReconciliationView,
} from '@zikui/persistence';
import { byProcess } from '../../builders/by-process.builder';
import type { TestDatabase } from '../../builders/database.builder';
import { MIDDAY_ZONE } from '../../builders/midday-zone';
import { newRef, paymentOf, simpleSaleOf } from '../../builders/sale.builder';
import { transitionsOf } from '../../builders/stored-refund.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';
import type { GatewayWorld } from '../../conformance/gateway-world';
import { AMOUNT, daysAgo, today } from './compared-books';

export const ILS = (amount: number): Money => ({ amount, currency: 'ILS' });
const CAPTURED = 20 * AMOUNT;

/** A refund whose call is about to leave, and the way to record what came of it. */
export type Leaving = Readonly<{ ask: GatewayAsk; record: (answer: GatewayAnswer) => Promise<void> }>;

/** One merchant's account at a gateway of the exam: real calls, real announcements, real books. */
export class AccountAtGateway {
  private readonly heard = new Map<string, number>();

  private constructor(
    readonly db: TestDatabase,
    readonly world: GatewayWorld,
    readonly principal: Principal,
    private readonly stores: Stores,
  ) {}

  static async open(
    db: TestDatabase,
    world: GatewayWorld,
    stores = storesOfWorld(db, world),
  ): Promise<AccountAtGateway> {
    const { apiKey, webhookSecret, settings } = world.account;
    const account = { apiKey, webhookSecret, ...(settings && { settings }) };
    const gateways = { [world.gateway.name]: account };
    const spec = { slug: newRef('shop'), timeZone: MIDDAY_ZONE, gateways };
    return new AccountAtGateway(db, world, await newMerchant(stores, { spec }), stores);
  }

  /** Another merchant of the house whose money goes through the same account. */
  another(): Promise<AccountAtGateway> {
    return AccountAtGateway.open(this.db, this.world, this.stores);
  }

  async leaving(): Promise<Leaving> {
    const gatewayRef = await this.world.payment(ILS(CAPTURED));
    const payment = paymentOf({ captured: CAPTURED, gateway: this.world.gateway.name, gatewayRef });
    const sale = simpleSaleOf(CAPTURED, { payments: [payment] });
    const { start } = await acceptRefund(this.stores, this.principal, sale, { lines: [{ ref: 'l1', amount: AMOUNT }] });
    if (!start) throw new Error('a new refund has a start');
    const refunds = new RefundProcessStore(this.db.database, this.stores.secrets);
    const transfers = byProcess(this.db.database, new TransferStore(this.db.database, this.stores.secrets));
    const { transfers: opened } = await refunds.open(transitionsOf(start.merchantId, start.refundId)());
    const claimed = await transfers.claim(opened[0]?.id ?? '');
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    return {
      ask: { ...claimed.ask, account: this.world.account },
      record: (answer) => transfers.record(claimed.attemptId, answer).then(() => undefined),
    };
  }

  /** A refund as the gateway was asked for it and answered; where answers only confirm, what it announced was heard, too. */
  async paid(): Promise<GatewayAsk> {
    const { ask, record } = await this.leaving();
    await record(await this.world.gateway.refund(ask));
    if (this.world.answers === 'pending') await this.hear(ask.gatewayRef);
    return ask;
  }

  /** Takes in what the gateway announces next about that payment. */
  async hear(gatewayRef: string): Promise<GatewayNews> {
    const count = (this.heard.get(gatewayRef) ?? 0) + 1;
    this.heard.set(gatewayRef, count);
    const delivery = (await this.world.told(gatewayRef, count))[count - 1];
    if (delivery === undefined) throw new Error('nothing was announced');
    const news = await this.world.webhooks.readWebhook(this.world.account, delivery.body, delivery.headers);
    if (news === undefined) throw new Error('what was announced told nothing');
    await new GatewayInboxStore(this.db.database).receive(this.principal.merchantId, this.world.gateway.name, news);
    return news;
  }

  /** Makes every call of this merchant one that left so long ago. */
  async leftAgo(interval: string): Promise<void> {
    await this.db.query(`UPDATE attempt SET sent_at = now() - $2::interval WHERE merchant_id = $1`, [
      this.principal.merchantId,
      interval,
    ]);
  }

  /** Compares these days, counted back from today, as the worker does. */
  async compare(from = 1, to = 0): Promise<ReconciliationView> {
    const store = new ReconciliationStore(this.db.database);
    const [fromDay, toDay] = [daysAgo(from), to === 0 ? today() : daysAgo(to)];
    const key = newRef('key');
    const asked = { gateway: this.world.gateway.name, fromDay, toDay, key, bodyHash: sha256Hex(key) };
    const { view } = await store.request(this.principal, asked);
    const reconciliationId = uuidOf('reconciliation', view.id) ?? '';
    await new MockActivityEnvironment().run(() => this.activities().reconcileAccount({ reconciliationId }));
    const ended = await store.find(this.principal.merchantId, reconciliationId);
    if (ended?.status !== 'done') throw new Error('the comparison did not end');
    return ended;
  }

  /** Compares, and gives what differs: kind, who has to look, our state and theirs. */
  async differences(from = 1, to = 0): Promise<readonly DifferenceView[]> {
    const { id } = await this.compare(from, to);
    const store = new ReconciliationStore(this.db.database);
    const page = await store.differences(this.principal.merchantId, uuidOf('reconciliation', id) ?? '', { limit: 200 });
    return page.items;
  }

  /** Which days the calendar has written down to be compared. */
  async dueDays(): Promise<readonly string[]> {
    await this.activities().dueReconciliations();
    const rows = await this.db.query<{ day: string }>(
      `SELECT from_day::text AS day FROM reconciliation WHERE merchant_id = $1 AND actor = 'system'`,
      [this.principal.merchantId],
    );
    return rows.map(({ day }) => day);
  }

  /** What is held of the payment. */
  async held({ gatewayRef }: GatewayAsk): Promise<number> {
    const [row] = await this.db.query<{ held: number }>(
      `SELECT held::int FROM payment WHERE merchant_id = $1 AND gateway_ref = $2`,
      [this.principal.merchantId, gatewayRef],
    );
    return row?.held ?? -1;
  }

  private activities() {
    const { gateway, listing } = this.world;
    return createReconciliationActivities({
      runs: new ReconciliationRunStore(this.db.database),
      accounts: this.stores.merchants,
      gateways: {
        movements: () => listing,
        gateway: () => gateway,
        capabilities: { [gateway.name]: gateway.capabilities },
      },
      processes: {
        book: new LostProcessStore(this.db.database),
        states: { stateOf: () => Promise.resolve({ kind: 'running' }) },
      },
    });
  }
}

const storesOfWorld = (db: TestDatabase, { gateway }: GatewayWorld): Stores =>
  storesOn(db.database, undefined, { [gateway.name]: gateway.capabilities });
