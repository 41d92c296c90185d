import { RefundError, publicId } from '@zikui/domain';
import type { Database } from '../database/database';

/** The refusal of an external reference that another refund has, with the id of that refund. */
export async function externalRefTaken(
  database: Database,
  merchantId: string,
  externalRef: string,
): Promise<RefundError> {
  const [other] = await database.read({ merchantId }, (tx) =>
    tx.query<{ id: string }>('SELECT id FROM refund WHERE merchant_id = $1 AND external_ref = $2', [
      merchantId,
      externalRef,
    ]),
  );
  return new RefundError('external_ref_taken', { externalRef, refund: other ? publicId('refund', other.id) : null });
}
