import type { ApproverSlot, Destination, Money, MoneyOn, ReturnMode } from '@zikui/domain';
import type { DeadlinesView, ExplanationView, LineView, PartView, PolicyView } from '../refund/refund.view';

/** `POST /v1/refunds/quote`: what a refund would be, and why. */
export type QuoteView = Readonly<{
  saleRef: string;
  currency: string;
  destination: Destination;
  payout: Money;
  lines: readonly LineView[];
  shipping: PartView;
  goodwill: Money;
  fee: Money;
  transfers: readonly Readonly<{ paymentRef: string; amount: Money }>[];
  statutory: boolean;
  approval: Readonly<{
    rule: string;
    machines: boolean;
    steps: readonly Readonly<{
      step: number;
      role: string;
      approvers: readonly ApproverSlot[];
      needed: number;
      hours: number;
      then: string | null;
    }>[];
  }>;
  return: Readonly<{ mode: ReturnMode; days: number; moneyOn: MoneyOn }>;
  deadlines: DeadlinesView;
  explanation: readonly ExplanationView[];
  snapshotHash: string;
  policy: PolicyView;
  lawVersion: string;
}>;
