import { letsMoneyGo } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { setPayByOnSending } from '../../law/set-pay-by';
import type { LoadedRefund, LoadedReturn } from '../loaded-refund';
import { IGNORED, refused, step, SYSTEM, type Moved } from '../step';
import { goOn } from './go-on';
import type { MoveSecrets } from './led-by';

/** The goods came as far as the policy asks for: the money may go. Refused while the recorded facts say otherwise. */
export async function goodsArrived(tx: Tx, secrets: MoveSecrets, refund: LoadedRefund): Promise<Moved> {
  const { goods } = refund;
  if (refund.status !== 'awaiting_return' || !goods) return IGNORED;
  if (!(await haveArrived(tx, goods))) return refused('invalid_state');
  const dated = await setPayByOnSending(tx, refund);
  const next = await goOn(tx, secrets, refund, {
    note: { kind: 'goods_arrived', actor: SYSTEM, data: { moneyOn: goods.moneyOn } },
    message: null,
  });
  return step({ ...next, notes: [...next.notes, ...dated] });
}

/** By the count of the warehouse, or by the carrier for every parcel of the return. */
async function haveArrived(tx: Tx, { id, status, moneyOn }: LoadedReturn): Promise<boolean> {
  if (letsMoneyGo(moneyOn, status)) return true;
  const parcels = await tx.query<{ status: string }>(
    `SELECT status FROM parcel WHERE return_id = $1 AND status <> 'cancelled'`,
    [id],
  );
  return parcels.length > 0 && parcels.every((parcel) => letsMoneyGo(moneyOn, parcel.status));
}
