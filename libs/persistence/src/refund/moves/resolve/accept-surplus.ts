import type { Tx } from '../../../database/database';
import type { LoadedRefund } from '../../loaded-refund';
import { step, type Moved } from '../../step';
import { complete } from '../complete';
import type { Resolution } from './resolution';

/**
 * Too much was paid, and people have seen to it: the refund ends as paid. What moved beside it stays in the books as the
 * external refund that it is. Whoever was told of the completion before is not told again.
 */
export async function acceptSurplus({ tx, refund, note }: Resolution): Promise<Moved> {
  await tx.query(`UPDATE refund SET surplus = 0 WHERE id = $1`, [refund.id]);
  if (!(await wasCompleted(tx, refund))) {
    const completed = await complete(tx, refund);
    return step({ ...completed, notes: [note, ...completed.notes] });
  }
  const { transfers } = refund;
  return step({
    ...{ to: 'completed', reviewReason: null, dueAt: null, openStep: null },
    ...{ notes: [note], messages: [], transfers },
  });
}

/** All that pays it now was there when it was completed last. */
async function wasCompleted(tx: Tx, { id }: LoadedRefund): Promise<boolean> {
  const [row] = await tx.query(COMPLETED, [id]);
  return row !== undefined;
}

const COMPLETED = `
SELECT r.id FROM refund r WHERE r.id = $1
  AND r.completed_at >= (SELECT max(t.settled_at) FROM transfer t WHERE t.refund_id = r.id AND t.status = 'settled')`;
