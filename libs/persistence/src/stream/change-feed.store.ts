import { publicId, topicsOfAct, topicsOfMove, type StreamTopic } from '@zikui/domain';
import { cursorOf, partsOfCursor } from '../database/cursor';
import type { Database, Tx } from '../database/database';
import type { EventBody } from '../webhook/status-event';

/** That something changed, and nothing of what: whoever may see it asks for it. */
export type Change = Readonly<{
  topic: StreamTopic;
  /** Public id of the refund or proposal, or the name of a switch. */ id: string;
  /** Milliseconds of the change; of two the greater one is younger. */ version: number;
}>;
/** Up to where a merchant's changes were read. */
export type FeedPlace = Readonly<{
  /** In the feed of status changes. */ transactionNo: number;
  number: number;
  /** In the audit log: everything up to here was told. */ entry: number;
  /** Entries behind `entry` that were told, too. */ told: ReadonlySet<number>;
}>;
export type Changes = Readonly<{
  changes: readonly Change[];
  place: FeedPlace;
  /** Whether more stood there than is read at once. */ more: boolean;
}>;

/** So many changes are read at once of each source. */
const MOST_CHANGES = 500;
/**
 * Numbers of the audit log are given out before the commit. A transaction of the services ends within this time, so an
 * entry that is younger is looked at again.
 */
const SETTLED_AFTER = `interval '30 seconds'`;

/**
 * What changed for the people of a merchant: the status of refunds, from the feed that backends read, and what people did,
 * from the audit log. Both are written with the change itself, whichever process makes it. Writes nothing.
 */
export class ChangeFeedStore {
  constructor(private readonly database: Database) {}

  /** Where the changes end now. */
  async head(merchantId: string): Promise<FeedPlace> {
    return this.database.read({ merchantId }, async (tx) => {
      const [[last], [entry]] = await Promise.all([
        tx.query<Pick<FeedPlace, 'transactionNo' | 'number'>>(LAST_EVENT, [merchantId]),
        tx.query<{ id: number | null }>(LAST_ENTRY, [merchantId]),
      ]);
      const { transactionNo = -1, number = -1 } = last ?? {};
      return { transactionNo, number, entry: entry?.id ?? 0, told: new Set<number>() };
    });
  }

  /** Everything behind a place, oldest first; some of it twice when it is asked for again. */
  async after(merchantId: string, place: FeedPlace): Promise<Changes> {
    const { transactionNo, number, entry } = place;
    const [moves, acts] = await this.database.read({ merchantId }, (tx) =>
      Promise.all([
        tx.query<Move>(MOVES, [merchantId, transactionNo, number, MOST_CHANGES]),
        readActs(tx, merchantId, entry),
      ]),
    );
    const news = acts.filter(({ id }) => !place.told.has(id));
    const last = moves.at(-1) ?? { transactionNo, number };
    return {
      changes: [...moves.flatMap(changesOfMove), ...news.flatMap(changesOfAct)],
      place: { transactionNo: last.transactionNo, number: last.number, ...entriesTold(entry, acts) },
      more: moves.length === MOST_CHANGES || acts.length === MOST_CHANGES,
    };
  }
}

/** A place as an opaque text, for whoever wants to go on there later. */
export const textOfPlace = ({ transactionNo, number, entry }: FeedPlace): string =>
  cursorOf(transactionNo, number, entry);
/** The place that `textOfPlace` wrote down. Throws `invalid_field` for any other text. */
export function placeOfText(text: string): FeedPlace {
  const [transactionNo = -1, number = -1, entry = 0] = partsOfCursor(text, ['number', 'number', 'number']).map(Number);
  return { transactionNo, number, entry, told: new Set<number>() };
}

type Move = Readonly<{ transactionNo: number; number: number; refundId: string; body: EventBody; at: string }>;
type Act = Readonly<{
  id: number;
  chain: string;
  action: string;
  subject: string;
  at: string;
  isSettled: boolean;
}>;

const readActs = (tx: Tx, merchantId: string, entry: number): Promise<Act[]> =>
  tx.query<Act>(ACTS, [merchantId, entry, MOST_CHANGES]);

/** The settled ones from the beginning need not be looked at again. */
function entriesTold(entry: number, acts: readonly Act[]): Pick<FeedPlace, 'entry' | 'told'> {
  const firstYoung = acts.findIndex(({ isSettled }) => !isSettled);
  const settled = firstYoung === -1 ? acts : acts.slice(0, firstYoung);
  return {
    entry: settled.at(-1)?.id ?? entry,
    told: new Set(acts.slice(settled.length).map(({ id }) => id)),
  };
}

const changesOfMove = ({ refundId, body, at }: Move): readonly Change[] =>
  topicsOfMove(body.from, body.to).map((topic) => ({
    topic,
    id: publicId('refund', refundId),
    version: Date.parse(at),
  }));

const REFUND_CHAIN = 'refund:';
function changesOfAct({ chain, action, subject, at }: Act): readonly Change[] {
  const isOfRefund = chain.startsWith(REFUND_CHAIN);
  const id = isOfRefund ? publicId('refund', chain.slice(REFUND_CHAIN.length)) : subject;
  return topicsOfAct(action, isOfRefund).map((topic) => ({ topic, id, version: Date.parse(at) }));
}

const NEVER_PASSED = `e.transaction_no < pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;
const LAST_EVENT = `
SELECT e.transaction_no AS "transactionNo", e.number FROM outgoing_event e WHERE e.merchant_id = $1 AND ${NEVER_PASSED}
ORDER BY e.transaction_no DESC, e.number DESC LIMIT 1`;
const MOVES = `
SELECT e.transaction_no AS "transactionNo", e.number, e.refund_id AS "refundId", e.body, e.at FROM outgoing_event e
WHERE e.merchant_id = $1 AND (e.transaction_no, e.number) > ($2::bigint, $3::bigint) AND ${NEVER_PASSED}
ORDER BY e.transaction_no, e.number LIMIT $4`;
// What is young may still get company before it. Where everything is, somebody is very busy, and the last one will do.
const LAST_ENTRY = `
SELECT coalesce(max(id) FILTER (WHERE at < now() - ${SETTLED_AFTER}), max(id)) AS id
FROM (SELECT id, at FROM audit_entry WHERE merchant_id = $1 ORDER BY id DESC LIMIT ${String(MOST_CHANGES)}) young`;
const ACTS = `
SELECT id, chain, action, subject, at, at < now() - ${SETTLED_AFTER} AS "isSettled" FROM audit_entry
WHERE merchant_id = $1 AND id > $2 ORDER BY id LIMIT $3`;
