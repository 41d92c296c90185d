import { CLOSED_STATUSES, DUE_STATUSES, OPEN_STATUSES } from '@zikui/domain';
import type { Database } from '../database/database';
import type { DatesToPayBy, WaitingFacts } from './waiting-facts';

type Row<Key extends 'refunds' | 'transfers' | 'held' | 'holds' | 'boxes'> = WaitingFacts[Key][number];

/** Counts what waits, over all merchants, for whoever runs the service. Writes nothing. */
export class WaitingFactsStore {
  constructor(private readonly database: Database) {}

  /** All of it in one packet. Its work grows with what is open and missed, not with what has ended. */
  async read(): Promise<WaitingFacts> {
    return this.database.read('watcher', async (tx) => {
      const [currencies, missed, near, refunds, transfers, held, holds, boxes, seals] = await Promise.all([
        tx.query<{ currency: string }>(CURRENCIES),
        tx.query<DatesToPayBy>(MISSED),
        tx.query<DatesToPayBy>(NEAR),
        tx.query<Row<'refunds'>>(REFUNDS),
        tx.query<Row<'transfers'>>(TRANSFERS),
        tx.query<Row<'held'>>(HELD),
        tx.query<Row<'holds'>>(HOLDS),
        tx.query<Row<'boxes'>>(IN_BOXES),
        tx.query<{ seconds: number }>(SEAL),
      ]);
      const sealSeconds = seals[0]?.seconds ?? null;
      return {
        ...{ currencies: currencies.map(({ currency }) => currency), missed, near },
        ...{ refunds, transfers, held, holds, boxes, sealSeconds },
      };
    });
  }
}

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const age = (since: string): string => `coalesce(greatest(extract(epoch FROM now() - ${since}), 0), 0)::float8`;
const waiting = (since: string): string => `count(*)::int AS count, ${age(`min(${since})`)} AS "oldestSeconds"`;

const CURRENCIES = `SELECT DISTINCT currency FROM policy_version WHERE status = 'published' ORDER BY currency`;

// A law pack's version begins with its jurisdiction.
const BY_LAW = `split_part(law_version, '-', 1) AS jurisdiction, currency, count(*)::int AS count FROM refund`;
const MISSED = `SELECT ${BY_LAW} WHERE pay_missed GROUP BY 1, 2 ORDER BY 1, 2`;
// The clock never speaks later than the date ends, so its index finds what ends soon.
const NEAR = `
SELECT ${BY_LAW} WHERE clock_at IS NOT NULL AND status NOT IN (${listed(CLOSED_STATUSES)})
  AND clock_at <= now() + interval '24 hours' AND pay_ends_at <= now() + interval '24 hours' GROUP BY 1, 2 ORDER BY 1, 2`;

/**
 * Goes by the index of each merchant's states, so that refunds that ended are not walked over: each state stands there as
 * it is, so that the planner knows how rare it is, and each merchant is looked up by himself.
 */
const ofOpenRefunds = (status: string, select: string, from: string, more = ''): string =>
  `FROM merchant m CROSS JOIN LATERAL (
     SELECT ${select} FROM refund r ${from} WHERE r.merchant_id = m.id AND r.status = '${status}' ${more}) AS found`;
const together = `coalesce(sum(found.count), 0)::int AS count, ${age('min(found.since)')} AS "oldestSeconds"`;

const WITH_MONEY_DUE = ['processing', 'awaiting_gateway', 'in_doubt', 'needs_review'];

const REFUNDS = OPEN_STATUSES.map(
  (status) =>
    `SELECT '${status}' AS status, ${together} ${ofOpenRefunds(status, 'count(*) AS count, min(r.updated_at) AS since', '')}`,
).join('\nUNION ALL ');

// OFFSET 0: transfers are looked up refund by refund, never the other way round.
const DUE_OF_REFUND = `CROSS JOIN LATERAL (
  SELECT t.status, coalesce(a.sent_at, a.prepared_at, t.updated_at) AS since
  FROM transfer t LEFT JOIN attempt a ON a.transfer_id = t.id AND a.status IN ('prepared', 'sent', 'pending', 'unknown')
  WHERE t.refund_id = r.id AND t.status IN (${listed(DUE_STATUSES)}) OFFSET 0) AS due`;
const TRANSFERS = `SELECT found.status, ${together} FROM (
${WITH_MONEY_DUE.map(
  (status) =>
    `SELECT found.* ${ofOpenRefunds(status, 'due.status, count(*) AS count, min(due.since) AS since', DUE_OF_REFUND, 'GROUP BY due.status')}`,
).join('\nUNION ALL ')}
) AS found GROUP BY found.status ORDER BY found.status`;

const HELD = `SELECT hold_reason AS reason, ${waiting('held_at')} FROM transfer WHERE hold_reason IS NOT NULL GROUP BY 1 ORDER BY 1`;

const HOLDS = `
SELECT reason, CASE WHEN merchant_id IS NULL THEN 'house' ELSE 'merchant' END AS scope, ${waiting('begun_at')}
FROM sending_hold WHERE ended_at IS NULL GROUP BY 1, 2 ORDER BY 1, 2`;

const box = (name: string, since: string, from: string): string =>
  `SELECT '${name}' AS box, ${waiting(since)} FROM ${from}`;
const IN_BOXES = [
  box('starts', 'created_at', 'outbox'),
  box('signals', 'created_at', 'outbox_signal'),
  box('commands', 'created_at', `refund_command WHERE state = 'pending'`),
  box('inbox', 'received_at', `inbox_event WHERE next_try_at IS NOT NULL AND state = 'to_signal'`),
  box('unmatched', 'received_at', `inbox_event WHERE next_try_at IS NOT NULL AND state <> 'to_signal'`),
  box('webhooks', 'created_at', `webhook_delivery WHERE status = 'pending'`),
].join('\nUNION ALL ');

const SEAL = `SELECT ${age('at')} AS seconds FROM audit_seal ORDER BY no DESC LIMIT 1`;
