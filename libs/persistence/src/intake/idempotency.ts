import { RefundError } from '@zikui/domain';
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
 */
export async function claimKey(
  tx: Tx,
  merchantId: string,
  request: IdempotentRequest,
): Promise<RefundView | undefined> {
  const { route, key, bodyHash } = request;
  const [[lock], [earlier]] = await Promise.all([
    tx.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken', [
      keyLockOf(merchantId, request),
    ]),
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
