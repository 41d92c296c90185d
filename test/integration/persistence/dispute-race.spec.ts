import { disputeNews } from '../../builders/dispute-news.builder';
import { DisputeWorld } from '../../builders/dispute-world.builder';
import { outcomeOf } from '../../builders/insist';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { simpleSaleOf } from '../../builders/sale.builder';
import { newMerchant, storesOn } from '../../builders/stores.builder';

let world: DisputeWorld;
beforeAll(async () => {
  world = await DisputeWorld.open();
});
afterAll(() => world.close());

describe('a refund and a dispute of one payment at once', () => {
  it('never take more than was captured without a warning, in 50 races from one starting line', async () => {
    const stores = storesOn(world.test.database);
    const backend = await newMerchant(stores);
    const outcomes: Record<string, number> = {};
    for (let round = 0; round < 50; round += 1) {
      const sale = simpleSaleOf(10_000);
      await stores.sales.put(backend, sale);
      const request = requestOf({ saleRef: sale.saleRef, lines: [{ ref: 'l1', amount: 7_000 }] });
      const refund = () => outcomeOf(stores.intake.accept(backend, request, idempotencyOf(request)));
      const news = disputeNews(sale.payments[0]?.gatewayRef ?? '', { amount: { amount: 4_000, currency: 'ILS' } });
      const dispute = () => world.inbox.receive(backend.merchantId, 'stripe', news).then(() => 'opened');
      const racers = round % 2 === 0 ? [refund, dispute] : [dispute, refund];
      const ended = await fromOneLine(sale.saleRef, racers);
      const [state] = await world.rows<{ over: boolean; alerts: number }>(STATE, sale.saleRef);
      const accepted = ended.includes('accepted');
      expect(ended.includes('over_refund')).toBe(!accepted);
      // The refund came first: then the dispute goes over, and people are told.
      expect(state).toEqual({ over: accepted, alerts: accepted ? 1 : 0 });
      const end = accepted ? 'refund first' : 'dispute first';
      outcomes[end] = (outcomes[end] ?? 0) + 1;
    }
    // Whoever came first to the line won.
    expect(outcomes).toEqual({ 'refund first': 25, 'dispute first': 25 });
  });

  /** Lets each come to a lock that is held, one behind the other, and then lets go. */
  async function fromOneLine(saleRef: string, racers: readonly (() => Promise<string>)[]): Promise<readonly string[]> {
    await world.test.query('BEGIN');
    await world.test.query(`SELECT id FROM sale WHERE sale_ref = $1 FOR UPDATE`, [saleRef]);
    const running: Promise<string>[] = [];
    for (const racer of racers) {
      running.push(racer());
      await waiting(running.length);
    }
    await world.test.query('COMMIT');
    return Promise.all(running);
  }
  async function waiting(count: number): Promise<void> {
    for (let tries = 0; tries < 10_000; tries += 1) {
      const [row] = await world.test.query<{ n: number }>(WAITING);
      if ((row?.n ?? 0) >= count) return;
    }
    throw new Error('nobody came to the lock');
  }
  const WAITING = `
    SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l
    WHERE NOT l.granted AND l.pid IN (SELECT pid FROM pg_locks WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
  const STATE = `
    SELECT p.held + p.disputed > p.captured AS over, (SELECT count(*)::int FROM refund_event e JOIN refund r ON r.id = e.refund_id
      WHERE r.sale_id = p.sale_id AND e.kind = 'money_alert') AS alerts
    FROM payment p JOIN sale s ON s.id = p.sale_id WHERE s.sale_ref = $1`;
});
