import { condition } from '@temporalio/workflow';
import { sendMessages } from '../message/send-messages';
import type { RefundProcess } from '../refund/refund-process';
import { GIVEN_BACK_STATUSES } from '@zikui/domain';
import { AwaitedShipment, type Goods } from './awaited-shipment';
import { cancelLabel, orderLabel } from './return-label';

/** Sees the goods home. Money waits for them, unless the policy pays first; what never comes expires the refund, or brings it to a person. */
export async function returnPhase(refund: RefundProcess): Promise<void> {
  const goods = refund.facts?.goods;
  if (!goods) return;
  const paysFirst = goods.mode === 'instant' && refund.status === 'processing';
  if (refund.status !== 'awaiting_return' && !paysFirst) return;

  if (goods.label && !refund.labelOrdered) {
    refund.labelOrdered = true;
    refund.aside.begin(orderLabel(goods.returnId).then(sendMessages));
  }
  if (!paysFirst) await awaitGoods(refund, goods);
}

/** Takes the label back of a refund that ended before its goods moved. */
export async function takeBackLabel(refund: RefundProcess): Promise<void> {
  const goods = refund.facts?.goods;
  if (goods?.label && GIVEN_BACK_STATUSES.includes(refund.status)) await cancelLabel(goods.returnId);
}

async function awaitGoods(refund: RefundProcess, goods: Goods): Promise<void> {
  let shipment = new AwaitedShipment(refund, goods);
  let heeded: AwaitedShipment['end'];
  while (refund.status === 'awaiting_return') {
    refund.publish();
    await condition(() => refund.isStirred || shipment.end !== heeded);
    if (refund.isStirred) {
      await refund.carryOut();
      await shipment.awaitUntil(refund.dueAtMs);
    } else if (shipment.end === 'arrived') {
      const { refused } = await refund.project({ kind: 'goods_arrived' }, 'The goods have come: money may go');
      // Only a part has come: the rest is awaited by a new child.
      if (refused !== null) shipment = new AwaitedShipment(refund, goods);
    } else {
      heeded = shipment.end;
      await refund.project({ kind: 'goods_expired' }, 'The goods did not come in time');
    }
  }
  await shipment.stop();
}
