import { writeMessage } from '@zikui/connectors';
import type { Principal, RefundRequest } from '@zikui/domain';
import {
  CarrierInboxStore,
  MessageStore,
  RefundCommandStore,
  RefundProcessStore,
  ReturnStore,
  TransferStore,
  type OpenedRefund,
  type Projected,
  type StartRefund,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { strictPolicy } from '../../builders/policy.builder';
import { commitsOf, sentStatements } from '../../builders/read-rows.builder';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { transitionsOf, type StoredRefund } from '../../builders/stored-refund.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

let db: TestDatabase;
let stores: Stores;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
let messages: ByProcess<MessageStore>;

beforeAll(async () => {
  db = await newDatabase();
  stores = storesOn(db.database);
  refunds = new RefundProcessStore(db.database, stores.secrets);
  transfers = byProcess(db.database, new TransferStore(db.database, stores.secrets));
  messages = byProcess(db.database, new MessageStore(db.database, stores.secrets));
});
afterAll(() => db.close());

type Running = Readonly<{ start: StartRefund; at: StoredRefund['at']; opened: OpenedRefund }>;
async function started(merchant: Principal, overrides: Partial<RefundRequest> = {}): Promise<Running> {
  const { start } = await acceptRefund(stores, merchant, saleOf(), overrides);
  if (!start) throw new Error('a new refund has a start');
  const at = transitionsOf(start.merchantId, start.refundId);
  return { start, at, opened: await refunds.open(at()) };
}
let movements = 0;
/** As the gateway step does it: claim, call, record. */
async function pay({ opened }: Running): Promise<void> {
  for (const { id } of opened.transfers) {
    const claimed = await transfers.claim(id);
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    const gatewayRefundId = `re_whole_${(movements += 1)}`;
    await transfers.record(claimed.attemptId, { kind: 'settled', gatewayRefundId, amount: claimed.ask.amount });
  }
}
async function tell({ messages: queued }: Pick<Projected, 'messages'>): Promise<void> {
  for (const { id } of queued) {
    const due = await messages.toSend(id);
    if (!('content' in due)) throw new Error('expected a message that is due');
    await messages.sent(id, due.seal(writeMessage(due.content)));
  }
}
const viewOf = ({ start }: Running) => stores.refunds.find(start.merchantId, start.refundId);

describe('a refund from request to the message that it is done', () => {
  it('costs six commits when nobody has to decide', async () => {
    const merchant = await newMerchant(stores);
    const sale = saleOf();
    await stores.sales.put(merchant, sale);
    const request = requestOf({ saleRef: sale.saleRef });
    sentStatements(db);

    const { start } = await stores.intake.accept(merchant, request, idempotencyOf(request));
    if (!start) throw new Error('a new refund has a start');
    const at = transitionsOf(start.merchantId, start.refundId);
    const running = { start, at, opened: await refunds.open(at()) };
    await pay(running);
    await tell(await refunds.finish(at()));

    expect(commitsOf(sentStatements(db))).toBe(6);
    expect(await viewOf(running)).toMatchObject({
      status: 'completed',
      payout: { amount: 9_966, currency: 'ILS' },
      transfers: [{ status: 'settled', gatewayRefundId: `re_whole_${movements}` }],
      creditNotes: [{ number: 'CN-1', status: 'issued', total: { amount: 9_966, currency: 'ILS' } }],
      messages: [
        { kind: 'refund_received', status: 'suppressed' },
        { kind: 'refund_completed', status: 'sent' },
      ],
    });
  });

  it('over two payments, part of a line, shipping and goodwill: books and note follow the decision', async () => {
    const merchant = await newMerchant(stores);
    const running = await started(merchant, {
      lines: [
        { ref: 'l1', quantity: 2 },
        { ref: 'l2', amount: 1_000 },
      ],
      shipping: { amount: 500 },
      goodwill: { amount: 700 },
    });
    await pay(running);
    expect(await refunds.finish(running.at())).toMatchObject({ status: 'completed' });
    const view = await viewOf(running);
    expect(view?.transfers).toHaveLength(2);
    expect(view?.creditNotes[0]?.total).toEqual(view?.payout);
  });

  it('as store credit is in the account of the customer', async () => {
    const merchant = await newMerchant(stores);
    const running = await started(merchant, { destination: 'store_credit' });
    expect(running.opened).toMatchObject({ status: 'processing', storeCredit: true });
    await tell(await refunds.finish(running.at()));
    const view = await viewOf(running);
    expect(await stores.credit.account(merchant.merchantId, view?.customerRef ?? '')).toMatchObject({
      accounts: [{ available: { amount: 9_966 + 498, currency: 'ILS' } }],
    });
  });

  it('through two approvals and a return, with every message on its way', async () => {
    const merchant = await newMerchant(stores, { policies: [strictPolicy()] });
    // Whoever may decide is there before: a step that nobody can decide would be offered to the next role at once.
    const approvers: Principal[] = [];
    for (const role of ['lead', 'finance'] as const) {
      const { key } = await stores.keys.create({
        merchantId: merchant.merchantId,
        owner: `approver of ${role}`,
        scopes: ['refunds:decide'],
        role,
        amountLimit: 1_000_000,
        mode: 'test',
      });
      const approver = await stores.keys.authenticate(key);
      if (!approver) throw new Error('a key that was just made is known');
      approvers.push(approver);
    }
    const running = await started(merchant, { reason: 'changed_mind', returnMethod: 'carrier' });
    expect(running.opened).toMatchObject({
      status: 'awaiting_approval',
      openStep: { no: 1, role: 'lead' },
      stepCount: 2,
    });
    await tell(running.opened);

    for (const [index, approver] of approvers.entries()) {
      const { refundId } = running.start;
      const accepted = await new RefundCommandStore(db.database).accept(approver, {
        route: 'decisions',
        key: approver.actor,
        bodyHash: 'a'.repeat(64),
        refundId,
        name: 'decide',
        payload: {},
        note: null,
      });
      if (accepted.kind === 'conflict') throw new Error('a new key makes a new command');
      const decided = await refunds.project(running.at(), {
        kind: 'decision',
        command: accepted.command.id,
        step: index + 1,
        actor: approver.actor,
        outcome: 'approve',
        snapshotHash: running.opened.snapshotHash,
        reasonCode: null,
      });
      expect(decided).toMatchObject({ refused: null, status: index === 0 ? 'awaiting_approval' : 'awaiting_return' });
      await tell(decided);
    }

    const returns = byProcess(db.database, new ReturnStore(db.database));
    const returnId = running.opened.goods?.returnId ?? '';
    expect(await returns.labelAsk(returnId)).toMatchObject({ carrier: 'easypost' });
    const label = { shipmentRef: 'shp', trackingCode: 'EZWHOLE', labelUrl: 'https://label.test/1' };
    await tell({ messages: await returns.labelled(returnId, 'easypost', label) });
    const { signal } = await new CarrierInboxStore(db.database).receive(merchant.merchantId, 'easypost', {
      eventId: 'scan',
      trackingCode: 'EZWHOLE',
      status: 'delivered',
      occurredAt: new Date().toISOString(),
    });
    expect(signal?.event.status).toBe('delivered');
    expect(await refunds.project(running.at(), { kind: 'goods_arrived' })).toMatchObject({ status: 'processing' });
    await pay(running);
    await tell(await refunds.finish(running.at()));
    expect(await viewOf(running)).toMatchObject({
      status: 'completed',
      fee: { amount: 498, currency: 'ILS' },
      approval: { steps: [{ status: 'approved' }, { status: 'approved' }] },
      return: { status: 'in_transit', parcels: [{ trackingCode: 'EZWHOLE', status: 'delivered' }] },
      messages: [
        { kind: 'refund_received', status: 'sent' },
        { kind: 'refund_approved', status: 'sent' },
        { kind: 'return_instructions', status: 'sent' },
        { kind: 'refund_completed', status: 'sent' },
      ],
    });
    const timeline = await stores.refunds.timeline(running.start.merchantId, running.start.refundId);
    expect(timeline?.map(({ kind }) => kind)).toEqual([
      'requested',
      'approval_requested',
      'message_sent',
      'approval_given',
      'approval_requested',
      'approval_given',
      'goods_awaited',
      'message_sent',
      'label_created',
      'message_sent',
      'parcel_scanned',
      'goods_arrived',
      'payment_started',
      'transfer_sent',
      'transfer_settled',
      'completed',
      'message_sent',
    ]);
  });
});
