import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { takeHold } from './hold';
import { prepareAttempts, type ForRefund } from './prepare-attempts';

/**
 * Plans a transfer in the place of one that was reversed, to the same payment, under a number that was never used, with
 * its hold and its first attempt. The payment is locked by the caller and was seen to have the money.
 */
export async function payAnew(tx: Tx, secret: string, refund: ForRefund, reversedId: string): Promise<void> {
  const id = newId();
  const [made] = await tx.query<{ no: number; amount: number; gateway: string; paymentId: string; gatewayRef: string }>(
    MAKE,
    [reversedId, id],
  );
  if (!made) throw new Error('a transfer that came back was made to a payment');
  const { no, amount, gateway, paymentId, gatewayRef } = made;
  if (!(await takeHold(tx, { id, paymentId, amount }))) throw new Error('the money for paying anew was just there');
  await prepareAttempts(tx, secret, refund, [
    { transferId: id, transferNo: no, attemptNo: 1, gateway, gatewayRef, amount },
  ]);
}

const MAKE = `
WITH made AS (
  INSERT INTO transfer (id, merchant_id, refund_id, no, payment_id, instead_of_id, replaces_id, destination, gateway, currency, amount, status)
  SELECT $2, merchant_id, refund_id, (SELECT max(no) + 1 FROM transfer WHERE refund_id = t.refund_id), payment_id, id, id, destination, gateway,
    currency, amount, 'planned'
  FROM transfer t WHERE id = $1 RETURNING no, amount, gateway, payment_id
)
SELECT made.no, made.amount, made.gateway, p.id AS "paymentId", p.gateway_ref AS "gatewayRef" FROM made JOIN payment p ON p.id = made.payment_id`;
