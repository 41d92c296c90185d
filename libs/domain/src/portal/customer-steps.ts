import type { RefundStatus } from '../refund/refund-status';

/** The four steps that a customer is shown. Without goods on their way back the third is the handing over of the money. */
export const CUSTOMER_STEPS = ['asked', 'checked', 'goods', 'handed_over', 'paid'] as const;
export type CustomerStep = (typeof CUSTOMER_STEPS)[number];
/** `stopped`: it will not come to this any more. */
export type StepState = 'done' | 'now' | 'ahead' | 'stopped';

/** What the steps are read from. */
export type StepFacts = Readonly<{
  status: RefundStatus;
  /** Goods have to come back. */ awaitsGoods: boolean;
  /** The last approval was given, or none was needed. */ isApproved: boolean;
  /** The goods are where the policy wants them. */ haveGoodsCome: boolean;
  /** An order to pay has left, or was about to. */ isPaymentBegun: boolean;
}>;
export type ShownStep = Readonly<{ step: CustomerStep; state: StepState }>;

const ENDED: readonly RefundStatus[] = ['rejected', 'expired', 'cancelled', 'failed'];
/** How many of the four are behind a refund of that status; a person's desk is reached from any of them. */
const DONE: Readonly<Record<Exclude<RefundStatus, 'needs_review'>, number>> = {
  requested: 1,
  awaiting_approval: 1,
  awaiting_return: 2,
  processing: 2,
  awaiting_gateway: 3,
  in_doubt: 3,
  completed: 4,
  rejected: 2,
  expired: 1,
  cancelled: 1,
  failed: 1,
};

/** The four steps in their order. The last is done only when all the money, or the credit, is where it belongs. Pure. */
export function customerSteps(facts: StepFacts): readonly ShownStep[] {
  const { status, awaitsGoods } = facts;
  const steps: readonly CustomerStep[] = ['asked', 'checked', awaitsGoods ? 'goods' : 'handed_over', 'paid'];
  const done = doneOf(facts);
  const isEnded = ENDED.includes(status);
  return steps.map((step, index) => ({ step, state: stateAt(index, done, isEnded) }));
}

function stateAt(index: number, done: number, isEnded: boolean): StepState {
  if (index < done) return 'done';
  if (isEnded) return 'stopped';
  return index === done ? 'now' : 'ahead';
}

function doneOf({ status, awaitsGoods, isApproved, haveGoodsCome, isPaymentBegun }: StepFacts): number {
  if (status === 'needs_review') {
    if (isPaymentBegun) return 3;
    if (!isApproved) return 1;
    return haveGoodsCome ? 3 : 2;
  }
  // What ended after it was approved had been checked.
  if (ENDED.includes(status) && isApproved) return 2;
  // Goods that came were the third step; without goods the handing over itself is.
  return status === 'processing' && awaitsGoods ? 3 : DONE[status];
}
