import { STORE_CREDIT } from '@zikui/domain';
import { newId } from '../database/new-id';
import type { DecidedRequest } from './decided-request';
import { found } from './found';
import type { OwnColumns, RowsOf } from './refund-rows';
import type { SalePaymentRow } from './refunded-sale';

/** One transfer per payment, each with its reservation; store credit is one transfer that all backing payments stand behind. */
export function planMoney({ sale, decided }: DecidedRequest, own: OwnColumns) {
  const { quote } = decided;
  const payments = new Map(sale.payments.map((payment) => [payment.ref, payment]));

  const transfer = quote.transfers.map(({ paymentRef, amount }, index) => ({
    id: newId(),
    ...own,
    no: index + 1,
    ...(paymentRef === STORE_CREDIT ? TO_STORE_CREDIT : toPayment(found(payments.get(paymentRef), paymentRef))),
    currency: quote.currency,
    amount,
    status: 'planned' as const,
  })) satisfies RowsOf<'transfer'>;

  const reservation = quote.backing.map(({ paymentRef, amount }) => {
    const payment = found(payments.get(paymentRef), paymentRef);
    const holder = transfer.find(({ payment_id }) => payment_id === payment.id) ?? transfer[0];
    return {
      id: newId(),
      merchant_id: own.merchant_id,
      transfer_id: found(holder, paymentRef).id,
      payment_id: payment.id,
      amount,
    };
  }) satisfies RowsOf<'reservation'>;

  return { transfer, reservation };
}

const TO_STORE_CREDIT = { payment_id: null, destination: STORE_CREDIT, gateway: STORE_CREDIT };
const toPayment = ({ id, gateway }: SalePaymentRow) => ({ payment_id: id, destination: 'payment', gateway });
