import type { LadderStep } from '../approval/approval-ladder';

/** A sentence in both languages; placeholders `{amount} {bps} {cap} {date}` are filled with `values`. */
export type Sentence = Readonly<{ he: string; en: string }>;
export type PolicyStep = LadderStep;
export type ReturnMode = 'required' | 'returnless' | 'instant' | 'none';
/** What lets the money go once goods are awaited. */
export type MoneyOn = 'first_scan' | 'delivered' | 'received' | 'inspected';

/** Active refunds of the last days, without the one that is asked for. Counts span currencies; sums are those of the sale's. */
export type RefundCounts = Readonly<{
  count30d: number;
  count90d: number;
  count365d: number;
  sum30d: number;
  sum90d: number;
  sum365d: number;
}>;
export const NO_REFUNDS: RefundCounts = {
  ...{ count30d: 0, count90d: 0, count365d: 0 },
  ...{ sum30d: 0, sum90d: 0, sum365d: 0 },
};

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
  /** Of the person, whatever his reference, mail or phone. */ customerRefunds: RefundCounts;
  /** Asked for by the same member of staff; nothing where none is named. */ staffRefunds: RefundCounts;
  sums: Readonly<{ customer30d: number; sale: number; staffDay: number; merchantHour: number }>;
  gateway: Readonly<{ methods: readonly string[]; daysSinceCapture: number }>;
}>;

/** What can be wrong with a policy. The last ones do not keep a text from being read; see `REFUSED_AT_SAVE`. */
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
  'cel_unknown_value',
  'overlapping_rules',
  'unreachable_rule',
  'below_law',
] as const;
export type PolicyFaultCode = (typeof POLICY_FAULT_CODES)[number];
/**
 * What a new text may not have, though an older one that has it goes on being read: a refund keeps the version of its
 * creation, whatever was found out about policies since.
 */
export const REFUSED_AT_SAVE: readonly PolicyFaultCode[] = [
  'cel_unknown_value',
  'overlapping_rules',
  'unreachable_rule',
];
/** `line` and `column` count from 1. */
export type PolicyFault = Readonly<{
  code: PolicyFaultCode;
  line: number;
  column: number;
  detail: string;
  /** The name that was likely meant. */ suggestion: string | null;
}>;
export type WorkingCalendar = Readonly<{
  days: readonly string[];
  from: string;
  to: string;
  zone: string;
  restDays: string | null;
}>;
