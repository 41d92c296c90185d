import { condition } from '@temporalio/workflow';
import { sendMessages } from '../message/send-messages';
import type { RefundProcess } from '../refund/refund-process';
import { AwaitedShipment, type Goods } from './awaited-shipment';
import { cancelLabel, orderLabel } from './return-label';

/** Sees the goods home. Money waits for them, unless the policy pays first; what never comes expires the refund, or brings it to a person. */
export async function returnPhase(refund: RefundProcess): Promise<void> {
  const goods = refund.facts?.goods;
  if (!goods) return;
  const paysFirst = goods.mode === 'instant' && refund.status === 'processing';
  if (refund.status !== 'awaiting_return' && !paysFirst) return;

  const label = goods.label ? orderLabel(goods.returnId) : Promise.resolve([]);
  refund.aside.begin(label.then(sendMessages));
  if (paysFirst || (await awaitGoods(refund, goods))) return;
  refund.aside.begin(label.then(() => cancelLabel(goods.returnId)));
}

async function awaitGoods(refund: RefundProcess, goods: Goods): Promise<boolean> {
  const shipment = new AwaitedShipment(refund.input, goods, refund.dueAtMs ?? goods.dueAtMs);
  refund.aside.begin(shipment.ended);
  let heeded: AwaitedShipment['end'];
  while (refund.status === 'awaiting_return') {
    refund.publish();
    await condition(() => refund.isStirred || shipment.end !== heeded);
    if (refund.isStirred) {
      await refund.carryOut();
      await shipment.awaitUntil(refund.dueAtMs);
    } else {
      heeded = shipment.end;
      if (heeded === 'arrived') await refund.project({ kind: 'goods_arrived' }, 'The goods have come: money may go');
      else await refund.project({ kind: 'goods_expired' }, 'The goods did not come in time');
    }
  }
  await shipment.stop();
  return shipment.end === 'arrived';
}
