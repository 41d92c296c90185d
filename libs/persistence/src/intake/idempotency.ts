import { LIMITS, RefundError, WATCHED_LIMITS } from '@zikui/domain';
import type { Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import type { RefundView } from '../refund/refund.view';

/** One POST as its caller named it. */
export type IdempotentRequest = Readonly<{
  route: string;
  key: string;
  /** SHA-256 of the canonical body. */ bodyHash: string;
}>;

/** Names the request for ever: the keys that gateways see are derived from it, also after a restore under new row ids. */
export const requestKeyOf = (merchantId: string, { route, key }: IdempotentRequest): string =>
  sha256Hex(`${merchantId}\n${route}\n${key}`);

/** Name of the lock that the holder of a key has while his request runs. */
export const keyLockOf = (merchantId: string, { route, key }: IdempotentRequest): string =>
  `idempotency\n${merchantId}\n${route}\n${key}`;

/**
 * Takes the key for this transaction and gives the answer that an earlier one stored under it. Throws
 * `request_in_progress` while another transaction holds the key, `idempotency_conflict` for another body.
 *
 * Whoever gets the key takes the lock of the merchant's limits in the same statement, before any row: requests that count
 * in one limit wait for each other, so that its sum misses none of them and many at once pass it no further than one
 * after the other. Only where the policy in force has a limit whose sum is read like that.
 */
export async function claimKey(
  tx: Tx,
  { merchantId, saleRef }: Readonly<{ merchantId: string; saleRef: string }>,
  request: IdempotentRequest,
): Promise<RefundView | undefined> {
  const { route, key, bodyHash } = request;
  const [[lock], [earlier]] = await Promise.all([
    tx.query<{ taken: boolean }>(CLAIM, [keyLockOf(merchantId, request), merchantId, saleRef, SHARED_LIMITS]),
    // A statement of its own: what the holder before us committed is visible only to one that begins after the lock.
    tx.query<{ bodyHash: string; answer: RefundView }>(
      'SELECT body_hash AS "bodyHash", answer FROM idempotency_key WHERE merchant_id = $1 AND route = $2 AND key = $3',
      [merchantId, route, key],
    ),
  ]);
  if (!lock?.taken) throw new RefundError('request_in_progress');
  if (earlier && earlier.bodyHash !== bodyHash) throw new RefundError('idempotency_conflict');
  return earlier?.answer;
}

/** Those of one member of staff are under a lock of his own. */
const SHARED_LIMITS = WATCHED_LIMITS.filter((name) => LIMITS[name].of !== 'staff');

const CLAIM = `
  SELECT key.taken, (
    SELECT count(*) FROM (
      SELECT pg_advisory_xact_lock(hashtextextended('amount limits' || chr(10) || s.merchant_id || chr(10) || s.currency, 0))
      FROM sale s JOIN policy_version p ON p.merchant_id = s.merchant_id AND p.currency = s.currency AND p.status = 'published'
      WHERE key.taken AND s.merchant_id = $2 AND s.sale_ref = $3 AND p.watched_limits && $4::text[]
    ) held
  ) AS limits
  FROM (SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken OFFSET 0) key`;
