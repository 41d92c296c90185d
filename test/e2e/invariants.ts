import type { TestStack } from '../environment/stack';
import { SandboxClient } from './client/sandbox.client';

/** Each names a rule of docs/technical-description.md and finds the rows that break it. */
const RULES: Readonly<Record<string, string>> = {
  'I1 what a payment holds is what is reserved, and never more than was captured': `
    SELECT p.id FROM payment p
    LEFT JOIN (SELECT payment_id, sum(amount) AS reserved FROM reservation WHERE released_at IS NULL GROUP BY 1) r ON r.payment_id = p.id
    WHERE p.held <> coalesce(r.reserved, 0) OR p.held > p.captured`,
  'I2 transfers are in the currency of the sale': `
    SELECT t.id FROM transfer t JOIN refund r ON r.id = t.refund_id JOIN sale s ON s.id = r.sale_id WHERE t.currency <> s.currency`,
  'I3 no line gives back more units, money or tax than it has': `
    SELECT l.sale_line_id FROM refund_line l JOIN refund r ON r.id = l.refund_id JOIN sale_line s ON s.id = l.sale_line_id
    WHERE r.status NOT IN ('rejected', 'expired', 'cancelled', 'failed')
      AND EXISTS (SELECT FROM transfer t WHERE t.refund_id = r.id AND t.status <> 'reversed')
    GROUP BY 1
    HAVING sum(l.units - l.given_back_units) > max(s.quantity) OR sum(l.gross - l.given_back_gross) > max(s.total)
      OR sum(l.tax - l.given_back_tax) > max(s.tax)`,
  'I4 the parts of a payout add up': `
    SELECT r.id FROM refund r
    WHERE r.payout <> (SELECT coalesce(sum(l.gross), 0) FROM refund_line l WHERE l.refund_id = r.id) + r.shipping_gross + r.goodwill - r.fee`,
  'I4 a completed refund has paid its payout': `
    SELECT r.id FROM refund r WHERE r.status = 'completed' AND NOT r.was_reversed
      AND r.payout - r.short_amount <> (SELECT coalesce(sum(t.amount), 0) FROM transfer t WHERE t.refund_id = r.id AND t.status = 'settled')`,
  'I6 every ledger transaction sums to zero': `
    SELECT transaction_id FROM posting GROUP BY transaction_id, currency HAVING sum(amount) <> 0`,
  'I6 store credit is what its postings and its entries say': `
    SELECT a.id FROM credit_account a
    WHERE a.available <> (SELECT coalesce(sum(e.available), 0) FROM credit_entry e WHERE e.account_id = a.id)
      OR a.available <> -(SELECT coalesce(sum(p.amount), 0) FROM posting p WHERE p.credit_account_id = a.id AND p.account = 'customer_credit')`,
  'I7 a series of credit notes begins at 1 and has no gap': `
    SELECT n.series_id FROM credit_note n JOIN credit_note_series s ON s.id = n.series_id WHERE n.number IS NOT NULL
    GROUP BY 1 HAVING min(n.number) <> 1 OR max(n.number) <> count(*) OR max(s.next_number) <> count(*) + 1`,
  'I7 each completion has one credit note over what settled': `
    SELECT r.id FROM refund r LEFT JOIN credit_note n ON n.refund_id = r.id AND n.document_type = 'credit_note'
    WHERE r.status = 'completed' GROUP BY r.id
    HAVING count(n.id) <> 1 OR max(n.total) <> (SELECT sum(t.amount) FROM transfer t WHERE t.refund_id = r.id AND t.settled_at IS NOT NULL)`,
  'I8 the transfers of a refund never exceed its payout': `
    SELECT t.refund_id FROM transfer t JOIN refund r ON r.id = t.refund_id WHERE t.status NOT IN ('reversed', 'released')
    GROUP BY 1 HAVING sum(t.amount) > max(r.payout)`,
  'a transfer has one open attempt at most': `
    SELECT transfer_id FROM attempt WHERE status IN ('prepared', 'sent', 'pending', 'unknown') GROUP BY 1 HAVING count(*) > 1`,
  'what a refund went through is a chain that ends where it stands': `
    WITH moves AS (
      SELECT refund_id, from_status, to_status, lag(to_status) OVER w AS before, row_number() OVER (PARTITION BY refund_id ORDER BY id DESC) AS from_the_end
      FROM refund_event WHERE to_status IS NOT NULL AND from_status IS DISTINCT FROM to_status WINDOW w AS (PARTITION BY refund_id ORDER BY id)
    )
    SELECT m.refund_id FROM moves m JOIN refund r ON r.id = m.refund_id
    WHERE m.from_status IS DISTINCT FROM m.before OR (m.from_the_end = 1 AND m.to_status <> r.status)`,
  'every status change was told once, in order': `
    SELECT r.id FROM refund r LEFT JOIN outgoing_event o ON o.refund_id = r.id GROUP BY r.id
    HAVING min(o.sequence) <> 1 OR max(o.sequence) <> count(o.number)
      OR (array_agg(o.body ->> 'to' ORDER BY o.sequence DESC))[1] IS DISTINCT FROM r.status`,
};

/** What must have left its box once everything is quiet. */
const EMPTY_BOXES: Readonly<Record<string, string>> = {
  'no start waits': 'SELECT refund_id FROM outbox',
  'no fact waits to be told to a process': `SELECT id FROM inbox_event WHERE state IN ('waiting', 'to_signal')`,
  'no command waits for its answer': `SELECT id FROM refund_command WHERE state = 'pending'`,
};

/** The rules that this database breaks, each with the ids that break it. */
export async function brokenRules(
  { database }: Pick<TestStack, 'database'>,
  rules: Readonly<Record<string, string>> = RULES,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const broken: Record<string, readonly unknown[]> = {};
  for (const [rule, sql] of Object.entries(rules)) {
    const rows = await database.read((tx) => tx.query<Record<string, unknown>>(sql));
    if (rows.length > 0) broken[rule] = rows.map((row) => Object.values(row)[0]);
  }
  return broken;
}

export const fullBoxes = (stack: Pick<TestStack, 'database'>): ReturnType<typeof brokenRules> =>
  brokenRules(stack, EMPTY_BOXES);

type Settled = Readonly<{ gatewayRefundId: string; amount: number; status: string }>;

/** Where our books and the gateway's tell different stories: a key that moved money twice, a movement that only one of them knows, another amount. */
export async function differencesToGateway({
  database,
  sandbox,
}: Pick<TestStack, 'database' | 'sandbox'>): Promise<readonly string[]> {
  const movements = await new SandboxClient(sandbox).movements();
  const settled = await database.read((tx) => tx.query<Settled>(OURS));
  const differences: string[] = [];
  const keys = movements.map(({ idempotencyKey }) => idempotencyKey);
  for (const key of new Set(keys)) {
    const times = keys.filter((one) => one === key).length;
    if (key === null || times > 1) differences.push(`${times} movements under the key ${key}`);
  }
  const theirs = new Map(movements.map((movement) => [movement.id, movement]));
  for (const { gatewayRefundId, amount, status } of settled) {
    const movement = theirs.get(gatewayRefundId);
    theirs.delete(gatewayRefundId);
    const expected = status === 'settled' ? 'succeeded' : 'failed';
    if (movement?.status !== expected || movement.amount !== amount)
      differences.push(`${gatewayRefundId}: ${amount} ${status} here, ${movement?.amount} ${movement?.status} there`);
  }
  for (const { id, status } of theirs.values()) {
    if (status === 'succeeded') differences.push(`${id} succeeded there and is not settled here`);
  }
  return differences;
}

const OURS = `
SELECT gateway_refund_id AS "gatewayRefundId", amount, status FROM transfer
WHERE status IN ('settled', 'reversed') AND destination = 'payment'`;
