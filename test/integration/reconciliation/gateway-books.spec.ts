import { localDate } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { MIDDAY_ZONE } from '../../builders/midday-zone';
import { newRef } from '../../builders/sale.builder';
import type { GatewayWorld } from '../../conformance/gateway-world';
import { adyenWorld } from '../../conformance/worlds/adyen-world';
import { genericWorld } from '../../conformance/worlds/generic-world';
import { worldOver } from '../../conformance/worlds/open-world';
import { payPalWorld } from '../../conformance/worlds/paypal-world';
import { stripeWorld } from '../../conformance/worlds/stripe-world';
import { AccountAtGateway, ILS } from './account-at-gateway';
import { AMOUNT } from './compared-books';

const DAY_MS = 86_400_000;
/** Our calls may be behind a movement for ten minutes. */
const LONG_AGO = (): string => new Date(Date.now() - 11 * 60_000).toISOString();

let db: TestDatabase;
beforeAll(async () => {
  db = await newDatabase();
});
afterAll(() => db.close());

describe.each([
  ['Stripe', stripeWorld],
  ['Adyen', adyenWorld],
  ['PayPal', payPalWorld],
  ['the contract for local acquirers', genericWorld],
] as const)('our books and those of %s', (name, make) => {
  const { enter, leave } = worldOver(make);
  const isListed = name !== 'Adyen';
  let world: GatewayWorld;
  let shop: AccountAtGateway;
  beforeAll(async () => {
    world = await enter();
  });
  beforeEach(async () => {
    shop = await AccountAtGateway.open(db, world);
  });
  afterAll(leave);

  /** What differs, without ids: kind, owner, our state and theirs with their amounts. */
  const shown = async (from?: number, to?: number) =>
    (await shop.differences(from, to)).map(({ kind, owner, ours, theirs }) => [
      kind,
      owner,
      ours && `${ours.status} ${String(ours.amount.amount)}`,
      theirs && `${theirs.status} ${String(theirs.amount.amount)}`,
    ]);
  /** Who only confirms has announced it by now. */
  const heard = async (gatewayRef: string): Promise<void> => {
    if (!isListed) await shop.hear(gatewayRef);
  };

  it('agree on what settled, on what waits and on what was refused', async () => {
    await shop.paid();
    await shop.paid();
    const waiting = await shop.leaving();
    await world.trouble('stays_pending', waiting.ask.gatewayRef);
    await waiting.record(await world.gateway.refund(waiting.ask));
    const refused = await shop.leaving();
    await world.refuse(world.refusals[0]?.code ?? '', refused.ask.gatewayRef);
    await refused.record(await world.gateway.refund(refused.ask));
    await heard(refused.ask.gatewayRef);
    expect(await shop.compare()).toMatchObject({
      differences: 0,
      totals: [{ currency: 'ILS', ours: 2 * AMOUNT, theirs: 2 * AMOUNT, ledger: 2 * AMOUNT }],
    });
  });

  it('agree again once money came back and both were told', async () => {
    const { gatewayRef } = await shop.paid();
    if (isListed) await shop.hear(gatewayRef);
    const [movement] = await world.movements(gatewayRef);
    await world.fails(movement!);
    await shop.hear(gatewayRef);
    expect(await shop.compare()).toMatchObject({
      differences: 0,
      totals: [{ currency: 'ILS', ours: 0, theirs: 0, ledger: 0 }],
    });
  });

  it('differ by a refund that somebody made in the dashboard, until it is recorded and counts against the payment', async () => {
    const ask = await shop.paid();
    await world.refundsInDashboard(ask.gatewayRef, ILS(700), LONG_AGO());
    await heard(ask.gatewayRef);
    expect(await shown()).toEqual([['missing_here', 'finance', null, 'settled 700']]);
    if (!isListed) {
      // It was told just now; what our own call may be behind is left alone for as long.
      expect(await shop.held(ask)).toBe(AMOUNT);
      return;
    }
    expect(await shop.held(ask)).toBe(AMOUNT + 700);
    expect(await shown()).toEqual([]);
  });

  it('differ by a second movement under one reference, and by another amount', async () => {
    const twice = await shop.paid();
    await world.gateway.refund({ ...twice, idempotencyKey: newRef('again') });
    await heard(twice.gatewayRef);
    const { ask, record } = await shop.leaving();
    const answer = await world.gateway.refund({ ...ask, amount: ILS(AMOUNT - 1) });
    await record({ kind: 'settled', gatewayRefundId: answer.gatewayRefundId ?? '', amount: ILS(AMOUNT) });
    await heard(ask.gatewayRef);
    const amount = ['amount_differs', 'finance', 'settled 5000', 'settled 4999'];
    const second = ['second_movement', 'finance', 'settled 5000', 'settled 5000'];
    // One that was announced is known by then: it was recorded as an external refund as soon as it was heard of.
    expect([...(await shown())].sort()).toEqual(isListed ? [amount, second] : [amount]);
    expect(await shop.held(twice)).toBe(isListed ? AMOUNT : 2 * AMOUNT);
  });

  it('differ where the ledger does not hold what settled', async () => {
    await shop.paid();
    await db.query(`SET session_replication_role = 'replica'`);
    await db.query(
      `UPDATE posting SET account = 'sales_clearing' WHERE account = 'gateway_clearing' AND merchant_id = $1`,
      [shop.principal.merchantId],
    );
    await db.query(`SET session_replication_role = 'origin'`);
    expect(await shown()).toEqual([['ledger_differs', 'finance', 'settled 5000', null]]);
  });

  it('leave to another merchant what moved through a shared account', async () => {
    const other = await shop.another();
    const theirs = await other.paid();
    await shop.paid();
    await world.fails((await world.movements(theirs.gatewayRef))[0]!);
    expect(await shop.compare()).toMatchObject({ differences: 0, totals: [{ ours: AMOUNT, theirs: AMOUNT }] });
  });

  it('are compared for a day by the calendar once it is whole in the books of the gateway', async () => {
    const { by, visibleWithinMs } = world.gateway.capabilities.books;
    const wholeUntil = Date.now() - (by === 'list' ? visibleWithinMs : 0);
    const today = localDate(new Date(wholeUntil).toISOString(), MIDDAY_ZONE);
    const lastWholeDay = new Date(Date.parse(today) - DAY_MS).toISOString().slice(0, 10);
    expect(await shop.dueDays()).toEqual([lastWholeDay]);
  });

  if (isListed) {
    it('differ by what settled here and the list does not hold, once it would show it', async () => {
      const { ask, record } = await shop.leaving();
      await record({ kind: 'settled', gatewayRefundId: newRef('re'), amount: ask.amount });
      expect(await shown()).toEqual([]);
      await shop.leftAgo(`${String(world.gateway.capabilities.books.visibleWithinMs + 60_000)} milliseconds`);
      expect(await shown()).toEqual([['missing_at_gateway', 'finance', 'settled 5000', null]]);
    });

    it('differ by money that came back, of which nobody was told', async () => {
      const { gatewayRef } = await shop.paid();
      await world.fails((await world.movements(gatewayRef))[0]!);
      expect(await shown()).toEqual([['status_differs', 'finance', 'settled 5000', 'declined 5000']]);
    });

    it('miss nothing that a repeated call made on a later day than the first one left', async () => {
      await shop.paid();
      await shop.leftAgo('2 days');
      expect(await shown(2, 2)).toEqual([]);
    });
  } else {
    it('never miss what was not announced yet: silence proves nothing', async () => {
      const { ask, record } = await shop.leaving();
      await record({ kind: 'pending', gatewayRefundId: newRef('PSP'), amount: ask.amount, reason: 'processing' });
      await shop.leftAgo('8 days');
      expect(await shown(8, 0)).toEqual([]);
    });

    it('differ by what was announced as failed while we hold it for settled', async () => {
      const { gatewayRef } = await shop.paid();
      await db.query(
        `UPDATE inbox_event SET fact = jsonb_set(fact, '{outcome,status}', '"declined"') WHERE merchant_id = $1 AND fact ->> 'gatewayRef' = $2`,
        [shop.principal.merchantId, gatewayRef],
      );
      expect(await shown()).toEqual([['status_differs', 'finance', 'settled 5000', 'declined 5000']]);
    });
  }
});
