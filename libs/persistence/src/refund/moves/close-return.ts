import { mayMove, RETURN_NEXT } from '@zikui/domain';
import type { Tx } from '../../database/database';
import type { LoadedRefund } from '../loaded-refund';
import { SYSTEM, type Note } from '../step';

/** Closes the return of a refund that is over, unless goods have come or been counted. Returns what the timeline says of it. */
export async function closeReturn(
  tx: Tx,
  { goods }: LoadedRefund,
  as: 'cancelled' | 'expired',
): Promise<readonly Note[]> {
  if (!goods || !mayMove(RETURN_NEXT, goods.status, as)) return [];
  await tx.query(`UPDATE goods_return SET status = $2, updated_at = now() WHERE id = $1 AND status = $3`, [
    goods.id,
    as,
    goods.status,
  ]);
  return [{ kind: 'return_closed', actor: SYSTEM, data: { as } }];
}
