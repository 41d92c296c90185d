import { createReconciliationActivities } from '@zikui/activities';
import { MockActivityEnvironment } from '@temporalio/testing';
import {
  LostProcessStore,
  ReconciliationRunStore,
  ReconciliationStore,
  RefundProcessStore,
  sha256Hex,
  TransferStore,
  type DifferenceView,
  type ReconciliationView,
} from '@zikui/persistence';
import { byProcess } from '../../builders/by-process.builder';
import { localDate, uuidOf, type GatewayMovement, type ListsMovements, type Principal } from '@zikui/domain';
import { capabilities } from '../../../libs/domain/src/transfer/gateway-capabilities.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { MIDDAY_ZONE } from '../../builders/midday-zone';
import { newRef, simpleSaleOf } from '../../builders/sale.builder';
import { transitionsOf } from '../../builders/stored-refund.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

export const AMOUNT = 5_000;
/** What the gateway of a comparison does: lists these, fails, or lists nothing at all. */
type Gateway = readonly GatewayMovement[] | Error | 'lists_nothing';

export const today = (): string => localDate(new Date().toISOString(), MIDDAY_ZONE);
export const daysAgo = (days: number): string =>
  localDate(new Date(Date.now() - days * 86_400_000).toISOString(), MIDDAY_ZONE);

/** Books on a database of their own: refunds that settled, and comparisons as the worker carries them out. */
export class ComparedBooks {
  private constructor(
    readonly db: TestDatabase,
    readonly stores: Stores = storesOn(db.database),
    readonly store: ReconciliationStore = new ReconciliationStore(db.database),
    readonly runs: ReconciliationRunStore = new ReconciliationRunStore(db.database),
  ) {}

  static async open(): Promise<ComparedBooks> {
    return new ComparedBooks(await newDatabase());
  }

  close(): Promise<void> {
    return this.db.close();
  }

  merchant(): Promise<Principal> {
    return newMerchant(this.stores, { spec: { slug: newRef('shop'), timeZone: MIDDAY_ZONE } });
  }

  /** A refund that is settled here; its movement as a gateway would list it. */
  async settled(principal: Principal, sentDaysAgo = 0): Promise<GatewayMovement> {
    const { start } = await acceptRefund(this.stores, principal, simpleSaleOf(AMOUNT));
    if (!start) throw new Error('a new refund has a start');
    const refunds = new RefundProcessStore(this.db.database, this.stores.secrets);
    const transfers = byProcess(this.db.database, new TransferStore(this.db.database, this.stores.secrets));
    const at = transitionsOf(start.merchantId, start.refundId);
    const { transfers: opened } = await refunds.open(at());
    const claimed = await transfers.claim(opened[0]?.id ?? '');
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    const { amount, reference, gatewayRef } = claimed.ask;
    const gatewayRefundId = newRef('re');
    await transfers.record(claimed.attemptId, { kind: 'settled', gatewayRefundId, amount });
    await refunds.finish(at());
    const createdAt = new Date(Date.now() - sentDaysAgo * 86_400_000).toISOString();
    if (sentDaysAgo > 0)
      await this.db.query(`UPDATE attempt SET sent_at = $2 WHERE id = $1`, [claimed.attemptId, createdAt]);
    return { gatewayRefundId, reference, gatewayRef, amount, status: 'settled', createdAt };
  }

  /** Compares as the worker does, with a gateway that does this. */
  async compare(id: string, does: Gateway, visibleWithinMs = 0): Promise<void> {
    const listing: ListsMovements = {
      listMovements: async () => {
        if (does === 'lists_nothing' || does instanceof Error) throw new Error(String(does));
        return { items: does, next: null };
      },
    };
    const by = does === 'lists_nothing' ? 'report' : 'list';
    const able = capabilities({ books: { by, reports: 'standard', visibleWithinMs } });
    const { reconcileAccount } = createReconciliationActivities({
      runs: this.runs,
      accounts: this.stores.merchants,
      gateways: {
        movements: () => (does === 'lists_nothing' ? undefined : listing),
        gateway: () => ({ findRefund: () => Promise.resolve(undefined), capabilities: able }) as never,
        capabilities: { stripe: able },
      },
      processes: {
        book: new LostProcessStore(this.db.database),
        states: { stateOf: () => Promise.resolve({ kind: 'running' }) },
      },
    });
    const reconciliationId = uuidOf('reconciliation', id) ?? id;
    await new MockActivityEnvironment().run(() => reconcileAccount({ reconciliationId }));
  }

  async request(principal: Principal, key = newRef('key'), day = today()): Promise<ReconciliationView> {
    const ask = { gateway: 'stripe', fromDay: day, toDay: day, key, bodyHash: sha256Hex(day) };
    return (await this.store.request(principal, ask)).view;
  }

  async viewOf({ merchantId }: Principal, { id }: ReconciliationView): Promise<ReconciliationView> {
    const view = await this.store.find(merchantId, uuidOf('reconciliation', id) ?? '');
    if (!view) throw new Error('a comparison that was asked for is there');
    return view;
  }

  async differencesOf({ merchantId }: Principal, { id }: ReconciliationView): Promise<readonly DifferenceView[]> {
    return (await this.store.differences(merchantId, uuidOf('reconciliation', id) ?? '', { limit: 200 })).items;
  }

  /** What is open of one kind, wherever it was seen. */
  openDifferences({ merchantId }: Principal): Promise<readonly Readonly<{ kind: string; gatewayRefundId: string }>[]> {
    return this.db.query(
      `SELECT kind, gateway_refund_id AS "gatewayRefundId" FROM reconciliation_difference WHERE merchant_id = $1 AND resolved_at IS NULL ORDER BY kind`,
      [merchantId],
    );
  }
}
