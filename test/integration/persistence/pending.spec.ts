import { GatewayInboxStore } from '@zikui/persistence';
import type { GatewayOutcome, PendingReason } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeKey, storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { movementId, ReviewRoom, settledWith } from '../../builders/stored-review.builder';
import type { StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let room: ReviewRoom;

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  const finance = await storeKey(test.database, merchant, 'yael', 'finance');
  room = new ReviewRoom(test.database, merchant, { finance, second: merchant.lead });
});
afterAll(() => test.close());

type Waiting = StoredRefund & Readonly<{ gatewayRefundId: string; attemptIds: readonly string[] }>;
const pendingFor = (reason: PendingReason, gatewayRefundId = movementId()): GatewayOutcome => ({
  kind: 'pending',
  gatewayRefundId,
  amount: { amount: 10_000, currency: 'ILS' },
  reason,
});
/** A refund whose only transfer waits at the gateway for that reason, with its process told. */
async function waiting(reason: PendingReason): Promise<Waiting> {
  const gatewayRefundId = movementId();
  const refund = await room.opened();
  const attemptId = await room.send(refund);
  await room.transfers.record(attemptId, pendingFor(reason, gatewayRefundId));
  return { ...refund, gatewayRefundId, attemptIds: [attemptId] };
}
let told = 0;
const announce = (refund: Waiting, pendingReason: PendingReason): Promise<unknown> =>
  new GatewayInboxStore(test.database).receive(merchant.id, 'stripe', {
    eventId: `evt_pending_${String((told += 1))}`,
    type: 'refund.updated',
    occurredAt: new Date().toISOString(),
    reference: null,
    gatewayRefundId: refund.gatewayRefundId,
    gatewayRef: refund.gatewayRefs[0] ?? '',
    outcome: { status: 'pending', amount: { amount: 10_000, currency: 'ILS' }, pendingReason, reason: null },
  });
const reasonsTold = async ({ id }: StoredRefund): Promise<readonly string[]> =>
  (
    await readRows<{ reason: string }>(
      test,
      `SELECT data->>'reason' AS reason FROM refund_event WHERE refund_id = $1 AND kind = 'transfer_pending' ORDER BY id`,
      [id],
    )
  ).map(({ reason }) => reason);
const desk = async (pendingReason?: PendingReason) =>
  (await room.reviews.list(merchant.id, { limit: 200, ...(pendingReason && { pendingReason }) })).items;
const shownOf = async (refund: StoredRefund) => (await room.reviews.find(merchant.id, refund.id))?.view;

describe('E28 a refund for which the balance at the gateway is empty', () => {
  it('waits as pending for funds, with the sum that is needed, and the customer is told of a delay', async () => {
    const refund = await waiting('insufficient_funds');
    expect(await room.follow(refund)).toMatchObject({
      status: 'awaiting_gateway',
      messages: [{ kind: 'refund_delayed' }],
    });
    expect(await shownOf(refund)).toMatchObject({
      fundingNeeded: { amount: 10_000, currency: 'ILS' },
      transfers: [{ status: 'pending', pendingReason: 'insufficient_funds', declineReason: null }],
    });
    expect(await reasonsTold(refund)).toEqual(['insufficient_funds']);
  });

  it('is listed for whoever fills the balance, and no refund that waits for anything else', async () => {
    const [poor, other] = [await waiting('insufficient_funds'), await waiting('processing')];
    for (const refund of [poor, other]) await room.follow(refund);
    const listed = (await desk('insufficient_funds')).map(({ saleRef }) => saleRef);
    expect(listed).toContain((await shownOf(poor))?.saleRef);
    expect(listed).not.toContain((await shownOf(other))?.saleRef);
    // Nobody has to decide anything about it: it is not among those that stand still.
    expect((await desk()).map(({ saleRef }) => saleRef)).not.toContain((await shownOf(poor))?.saleRef);
  });

  it('is paid once the balance is filled, and needs no funds any more', async () => {
    const refund = await waiting('insufficient_funds');
    await room.follow(refund);
    await room.transfers.record(refund.attemptIds[0] ?? '', {
      ...settledWith(10_000),
      gatewayRefundId: refund.gatewayRefundId,
    });
    expect(await room.follow(refund)).toMatchObject({ status: 'completed', messages: [{ kind: 'refund_completed' }] });
    expect(await shownOf(refund)).toMatchObject({ fundingNeeded: null, transfers: [{ pendingReason: null }] });
  });

  it('stays where it is when the longest wait is over, with a person, and still shows what it needs', async () => {
    const refund = await waiting('insufficient_funds');
    await room.follow(refund);
    expect(await room.follow(refund, true)).toMatchObject({ status: 'needs_review' });
    expect(await shownOf(refund)).toMatchObject({
      reviewReason: 'no_answer',
      fundingNeeded: { amount: 10_000, currency: 'ILS' },
    });
  });
});

describe('why a transfer is pending', () => {
  it('follows what the gateway announces, told once for each change, and wakes nobody', async () => {
    const refund = await waiting('processing');
    await room.follow(refund);
    for (const reason of ['insufficient_funds', 'insufficient_funds', 'customer_action'] as const)
      expect(await announce(refund, reason)).toMatchObject({ signal: null });
    expect(await shownOf(refund)).toMatchObject({ transfers: [{ pendingReason: 'customer_action' }] });
    expect(await reasonsTold(refund)).toEqual(['processing', 'insufficient_funds', 'customer_action']);
  });

  it('is none any more once it settled, whatever is announced late', async () => {
    const refund = await waiting('charge_pending');
    await room.follow(refund);
    await room.transfers.record(refund.attemptIds[0] ?? '', {
      ...settledWith(10_000),
      gatewayRefundId: refund.gatewayRefundId,
    });
    await announce(refund, 'insufficient_funds');
    expect(await shownOf(refund)).toMatchObject({ transfers: [{ status: 'settled', pendingReason: null }] });
  });
});
