import type { LadderStep } from '../approval/approval-ladder';

/** A sentence in both languages; placeholders `{amount} {bps} {cap} {date}` are filled with `values`. */
export type Sentence = Readonly<{ he: string; en: string }>;
export type PolicyStep = LadderStep;
export type ReturnMode = 'required' | 'returnless' | 'instant' | 'none';
/** What lets the money go once goods are awaited. */
export type MoneyOn = 'first_scan' | 'delivered' | 'received' | 'inspected';

/** What the rules may ask about; the names and types of domain.md section 5. Recorded with the refund. */
export type PolicyFacts = Readonly<{
  payout: number;
  goodsGross: number;
  shippingGross: number;
  goodwill: number;
  saleTotal: number;
  currency: string;
  reason: string;
  channel: string;
  jurisdiction: string;
  destination: string;
  requester: 'customer' | 'staff' | 'merchant';
  lineKinds: readonly string[];
  categories: readonly string[];
  skus: readonly string[];
  daysSinceDelivery: number;
  daysSincePlaced: number;
  daysToPayBy: number;
  statutory: boolean;
  hasOpenDispute: boolean;
  firstOrder: boolean;
  customer: Readonly<{
    refundCount90d: number;
    refundSum365d: number;
    orderCount365d: number;
    protectedGroup: string;
    blocked: boolean;
  }>;
  sums: Readonly<{ customer30d: number; sale: number; staffDay: number; merchantHour: number }>;
  gateway: Readonly<{ methods: readonly string[]; daysSinceCapture: number }>;
}>;

/** What can be wrong with a policy when it is to be published; the last two are warnings. */
export const POLICY_FAULT_CODES = [
  'policy_syntax',
  'unknown_field',
  'duplicate_rule_id',
  'cel_syntax',
  'cel_unknown_variable',
  'cel_type',
  'missing_default',
  'missing_translation',
  'unknown_role',
  'unknown_calendar',
  'amount_not_integer',
  'bps_out_of_range',
  'ladder_gap',
  'unreachable_rule',
  'below_law',
] as const;
export type PolicyFaultCode = (typeof POLICY_FAULT_CODES)[number];
/** `line` and `column` count from 1. */
export type PolicyFault = Readonly<{ code: PolicyFaultCode; line: number; column: number; detail: string }>;
export type WorkingCalendar = Readonly<{
  days: readonly string[];
  from: string;
  to: string;
  zone: string;
  restDays: string | null;
}>;
