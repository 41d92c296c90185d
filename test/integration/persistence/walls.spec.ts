import type { Sale } from '@zikui/domain';
import { AUDIT_CHECKS, brokenConstraint, runChecks, type RowScope, type Tx } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { insist, outcomeOf } from '../../builders/insist';
import type { OpenDoor } from '../../builders/open-door.builder';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { lineOf, paymentOf, saleOf } from '../../builders/sale.builder';
import { newMerchant, storesOn } from '../../builders/stores.builder';

const AT_ONCE = 4;
const WALLS = {
  /** Rows are read without holding them. */ locks: (sql: string) =>
    sql.replaceAll(/ FOR NO KEY UPDATE( OF s, c)?/g, ''),
  /** Money is reserved without asking whether there is room. */
  condition: (sql: string) => sql.replace(' AND payment.held + r.amount <= payment.captured - payment.disputed', ''),
} as const;

/** Lets nobody through before that many are there. */
function barrier(count: number): () => Promise<void> {
  let arrived = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return opened;
  };
}

/** The same database, with statements changed on their way, and transactions that all decide before the first one writes. */
function without(database: OpenDoor, walls: readonly (keyof typeof WALLS)[]): OpenDoor {
  const changed = (sql: string): string => walls.reduce((text, wall) => WALLS[wall](text), sql);
  const everybodyDecided = barrier(AT_ONCE);
  const mutated = Object.create(database) as OpenDoor;
  mutated.write = (<T>(scope: RowScope, work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.write(scope, (tx) =>
      work({
        query: (sql, params) => tx.query(changed(sql), params),
        last: async (sql, params) => {
          await everybodyDecided();
          return tx.last(changed(sql), params);
        },
      }),
    )) as OpenDoor['write'];
  return mutated;
}

/** The constraint that refused a row; any other error is one. */
function refusedBy(error: unknown): string {
  const constraint = brokenConstraint(error);
  if (constraint === undefined) throw error;
  return constraint;
}

describe('the walls before a payment, taken away one after the other', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await newDatabase();
  });
  afterEach(() => db.close());

  /** Asks at once for more than there is, and tells what the auditor says of it. */
  async function race(sale: Sale, amount: number, walls: readonly (keyof typeof WALLS)[]) {
    const whole = storesOn(db.database);
    const merchant = await newMerchant(whole);
    await whole.sales.put(merchant, sale);
    const { intake } = storesOn(without(db.database, walls), whole.secrets);
    const outcomes = await Promise.all(
      Array.from({ length: AT_ONCE }, () => {
        const request = requestOf({ saleRef: sale.saleRef, lines: [{ ref: 'l1', amount }] });
        return outcomeOf(insist(() => intake.accept(merchant, request, idempotencyOf(request)))).catch(refusedBy);
      }),
    );
    const findings = await db.database.read((tx) => runChecks(tx, AUDIT_CHECKS, { strict: false }));
    const broken = findings.filter(({ count }) => count > 0).map(({ check }) => check.id);
    return { accepted: outcomes.filter((one) => one === 'accepted').length, outcomes, broken };
  }
  /** Goods worth more than the payment: only the payment is the limit. */
  const paidBy100 = (): Sale =>
    saleOf({
      lines: [lineOf({ quantity: 1, total: 1_000, tax: 0 })],
      shipping: { total: 0, tax: 0 },
      otherCharges: { total: -900, description: 'voucher' },
      payments: [paymentOf({ captured: 100 })],
    });

  it('leave the conditional update, which alone lets no more through than fits', async () => {
    const { accepted, outcomes, broken } = await race(paidBy100(), 40, ['locks']);
    expect(accepted).toBe(2);
    expect(outcomes.filter((one) => one === 'over_refund')).toHaveLength(2);
    expect(broken).toEqual([]);
  });

  it('leave the constraint of the row, when both lock and condition are gone', async () => {
    const { accepted, outcomes, broken } = await race(paidBy100(), 40, ['locks', 'condition']);
    expect(accepted).toBe(2);
    expect(outcomes.filter((one) => one === 'payment_held_check')).toHaveLength(2);
    expect(broken).toEqual([]);
  });

  it('leave nothing when the constraint is gone too: more is promised than was paid, and the auditor tells', async () => {
    await db.query('ALTER TABLE payment DROP CONSTRAINT payment_held_check');
    const { accepted, broken } = await race(paidBy100(), 40, ['locks', 'condition']);
    expect(accepted).toBe(AT_ONCE);
    expect(broken).toContain('A1.held');
  });

  it('leave a line to be given away twice when its lock is gone, and the auditor tells', async () => {
    const sale = saleOf({
      lines: [
        lineOf({ ref: 'l1', quantity: 1, total: 100, tax: 0 }),
        lineOf({ ref: 'l2', quantity: 1, total: 900, tax: 0 }),
      ],
      shipping: { total: 0, tax: 0 },
      payments: [paymentOf({ captured: 1_000 })],
    });
    const { accepted, broken } = await race(sale, 100, ['locks']);
    expect(accepted).toBe(AT_ONCE);
    expect(broken).toContain('A3.lines');
  });
});
