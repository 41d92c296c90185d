import { uuidOf } from '@zikui/domain';
import type { Fault, Movement } from '../../e2e/client/sandbox.client';
import type { HistoryLine } from './history';
import type { Sometimes } from './sometimes';
import type { StormStack } from './storm-stack';

export type Traces = Readonly<{
  merchantId: string;
  /** The sandbox's faults, with how often each struck. */ outside: readonly Fault[];
  movements: readonly Movement[];
  /** Refunds that the desk worked on. */ touched: ReadonlySet<string>;
  /** Faults of the table that really struck. */ strikes: ReadonlyMap<string, number>;
  history: readonly HistoryLine[];
}>;

/** What the traces of a storm prove that it met. */
export async function reachedIn(stack: StormStack, traces: Traces): Promise<readonly Sometimes[]> {
  const { outside, movements, touched, strikes, history } = traces;
  const struckOutside = (action: string): boolean => outside.some((one) => one.action === action && one.hits > 0);
  const { late, doubted, reversed, resolved, repeated, another } = await traceRows(stack, traces.merchantId, [
    ...touched,
  ]);
  const hits = stack.failpoints.hits();
  const all: readonly (readonly [Sometimes, boolean])[] = [
    ['started_by_the_relay', (hits.get('relay.after_start') ?? 0) > 0],
    ['webhook_before_answer', struckOutside('webhook_before_answer')],
    ['duplicate_webhook_ignored', struckOutside('webhook_duplicate')],
    ['late_event_after_close', late],
    ['key_replayed_by_the_gateway', movements.some(({ replays }) => replays > 0)],
    // Stopped while its call was repeated, it woke and had nothing to write.
    ['zombie_write_refused', (hits.get('gw.overtaken') ?? 0) > 0],
    ['sent_again_after_a_crash', repeated],
    ['in_doubt_and_settled', doubted],
    ['settled_then_reversed', reversed],
    ['needs_review_resolved', resolved],
    ['paid_another_way', another],
    ['note_number_rolled_back', strikes.has('failpoint.note.after_number.kill')],
    ['disk_full', [...strikes.keys()].some((id) => id.endsWith('throw:53100'))],
    [
      'nobody_said_what_became_of_a_request',
      history.some(({ what, outcome }) => what === 'request' && outcome === 'unknown'),
    ],
    ...[...hits].map(([name, count]) => [`failpoint ${name}`, count > 0] as const),
  ];
  return all.flatMap(([name, isReached]) => (isReached ? [name] : []));
}

type Rows = Readonly<Record<'late' | 'doubted' | 'reversed' | 'resolved' | 'repeated' | 'another', boolean>>;

async function traceRows({ database }: StormStack, merchantId: string, touched: readonly string[]): Promise<Rows> {
  const ids = touched.map((id) => uuidOf('refund', id));
  const [rows] = await database.read((tx) => tx.query<Rows>(TRACES, [uuidOf('merchant', merchantId), ids]));
  if (rows === undefined) throw new Error('The traces of a storm are one row');
  return rows;
}

const TRACES = `
SELECT EXISTS (SELECT FROM inbox_event WHERE merchant_id = $1 AND state = 'late') AS late,
  EXISTS (SELECT FROM refund_event e JOIN refund r ON r.id = e.refund_id
    WHERE e.merchant_id = $1 AND e.to_status = 'in_doubt' AND r.status = 'completed') AS doubted,
  EXISTS (SELECT FROM transfer WHERE merchant_id = $1 AND status = 'reversed') AS reversed,
  EXISTS (SELECT FROM refund WHERE merchant_id = $1 AND id = ANY ($2::uuid[]) AND status = 'completed') AS resolved,
  EXISTS (SELECT FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.merchant_id = $1 AND a.sends > 1) AS repeated,
  EXISTS (SELECT FROM transfer n JOIN transfer o ON o.refund_id = n.refund_id
    WHERE n.merchant_id = $1 AND n.destination = 'store_credit' AND n.status = 'settled'
      AND o.destination = 'payment' AND o.status = 'released') AS another`;
