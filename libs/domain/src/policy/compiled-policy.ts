import type { Destination } from '../quote/quote';
import type { Condition } from './condition';
import type { AmountLimits } from '../sending-hold/velocity-breaker';
import type { MoneyOn, PolicyStep, ReturnMode, Sentence, WorkingCalendar } from './policy';

/** Results of an inspection for which the policy says how much is deducted. */
export const DEDUCTION_GRADES = ['A', 'B', 'C', 'D'] as const;
export type DeductionGrade = (typeof DEDUCTION_GRADES)[number];

export type PolicyRule = Readonly<{ id: string; when: Condition; text: Sentence | null }>;
export type EligibilityRule = PolicyRule & Readonly<{ allow: boolean; text: Sentence }>;
export type ReturnRule = PolicyRule &
  Readonly<{
    mode: ReturnMode;
    /** Days in which the goods must come back: of an instant refund, the hold on the card. */ days: number;
    trigger: MoneyOn;
    text: Sentence;
  }>;
export type PolicyFeeRule = PolicyRule & Readonly<{ bps: number; max: number | null; text: Sentence }>;
export type ApprovalRule = PolicyRule & Readonly<{ steps: readonly PolicyStep[] }>;

export type PolicyLimits = AmountLimits & Readonly<{ /** Refunds of one sale. */ perSale: number | null }>;

/** A published version of a merchant's rules, checked and ready to be asked. In each list the first rule that holds decides. */
export type CompiledPolicy = Readonly<{
  name: string;
  currency: string;
  calendar: WorkingCalendar;
  eligibility: readonly EligibilityRule[];
  return: readonly ReturnRule[];
  /** Basis points of the unit's gross, by grade. */ deductions: Readonly<Record<DeductionGrade, number>>;
  fee: readonly PolicyFeeRule[];
  destinations: Readonly<{ allow: readonly Destination[]; creditBonusBps: number; creditMonths: number }>;
  approval: Readonly<{ /** API keys may decide. */ machines: boolean; ladder: readonly ApprovalRule[] }>;
  limits: PolicyLimits;
  /** When nobody decides: a refund that is not statutory expires. */ onSilence: Readonly<{
    afterWorkingHours: number;
  }>;
}>;
