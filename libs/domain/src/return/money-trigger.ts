import type { MoneyOn } from '../policy/policy';

/** How far the goods have come, in the order of the triggers. */
const REACHED: Readonly<Record<string, number>> = {
  in_transit: 1,
  out_for_delivery: 1,
  available_for_pickup: 1,
  delivered: 2,
  // The label is the merchant's, and so is the risk: a box that the carrier lost counts as received.
  lost: 3,
  received: 3,
  inspected: 4,
};
const NEEDED: Readonly<Record<MoneyOn, number>> = { first_scan: 1, delivered: 2, received: 3, inspected: 4 };

/** Whether a fact about the goods (a parcel's or a return's status) lets the money go under the policy's trigger. */
export const letsMoneyGo = (moneyOn: MoneyOn, fact: string): boolean => (REACHED[fact] ?? 0) >= NEEDED[moneyOn];
