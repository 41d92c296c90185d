import { NO_REFUNDS } from '../policy/policy';
import type { DecidedRefund } from './decided-refund';

/** A movement out of a payment that no transfer of ours answers for. */
export type ExternalMovement = Readonly<{ currency: string; amount: number; paymentRef: string; gateway: string }>;

/**
 * What is recorded of a refund that was made past this house: its amount as goodwill, no lines, no steps, nothing to come
 * back. Nobody decided it here, so no rule spoke; it only says where it came from.
 */
export function externalRefundOf({ currency, amount, paymentRef, gateway }: ExternalMovement): DecidedRefund {
  const transfers = [{ paymentRef, amount }];
  return {
    quote: {
      ...{ currency, payout: amount, lines: [], shipping: { gross: 0, tax: 0 }, goodwill: amount, fee: 0 },
      ...{ transfers, backing: transfers },
    },
    facts: {
      ...{ payout: amount, goodsGross: 0, shippingGross: 0, goodwill: amount, saleTotal: amount, currency },
      ...{
        reason: 'other',
        channel: 'external',
        jurisdiction: 'other',
        destination: 'original',
        requester: 'merchant',
      },
      ...{ lineKinds: [], categories: [], skus: [], daysSinceDelivery: -1, daysSincePlaced: -1, daysToPayBy: -1 },
      ...{ statutory: false, hasOpenDispute: false, firstOrder: false },
      customer: { refundCount90d: 0, refundSum365d: 0, orderCount365d: 0, protectedGroup: '', blocked: false },
      ...{ customerRefunds: NO_REFUNDS, staffRefunds: NO_REFUNDS },
      sums: { customer30d: 0, sale: 0, staffDay: 0, merchantHour: 0 },
      gateway: { methods: [gateway], daysSinceCapture: -1 },
    },
    statutory: false,
    deadlines: { right: 'none', cancelBy: null, cancelEndsAt: null, payBy: null, inTime: false },
    lawVersion: 'none',
    approval: { machines: false, rule: 'external', steps: [], silentUntil: null },
    return: { mode: 'none', days: 0, moneyOn: 'delivered', dueAt: null, items: [] },
    storeCredit: null,
    explanation: [
      {
        source: 'arithmetic',
        rule: 'external_refund',
        pointer: '/payout',
        he: 'ההחזר נעשה אצל חברת הסליקה עצמה ורק נרשם כאן',
        en: 'The refund was made at the gateway itself and is only recorded here',
        values: {},
      },
    ],
  };
}
