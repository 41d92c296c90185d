import type { LimitName, WatchedSums } from '../sending-hold/velocity-breaker';
import type { LadderStep } from '../approval/approval-ladder';
import type { ErrorCode } from '../error/error-code';
import type { ErrorValues } from '../error/refund-error';
import type { RuleTrace } from '../policy/evaluate-policy';
import type { MoneyOn, PolicyFacts, ReturnMode } from '../policy/policy';
import type { NewDestination, Quote, RefundRequest, Taken } from '../quote/quote';
import type { QuoteBasis } from '../quote/quote-basis';
import type { Sale } from '../sale/sale';
import type { GatewaysByName } from './refuse-by-gateway';

/** One rule that spoke, in the order in which they decided: its id, sentence in both languages and the numbers in it. */
export type ExplanationEntry = Readonly<{
  source: 'arithmetic' | 'policy' | 'law';
  rule: string;
  /** JSON pointer to the amount or verdict of the quote that it decided, '' for the whole; absent where it only tells. */
  pointer?: string;
  he: string;
  en: string;
  values: ErrorValues;
}>;

/** Everything the decision may look at, read in one transaction after the row locks. No clock, no database. */
export type RefundFacts = Readonly<{
  sale: Sale;
  taken: Taken;
  payments: readonly Readonly<{
    ref: string;
    captured: number;
    held: number;
    disputed: number;
    hasOpenDispute: boolean;
  }>[];
  /** What the gateways can do; facts of the house, the same for every merchant. */ gateways: GatewaysByName;
  feesBefore: number;
  /** Gross cancelled before on this sale, for the cumulative fee cap. */ cancelledBefore: number;
  request: RefundRequest;
  requester: 'customer' | 'staff' | 'merchant';
  now: string;
  policySource: Readonly<{ text: string; hash: string }>;
  history: Readonly<{
    customer: PolicyFacts['customer'];
    customerRefunds: PolicyFacts['customerRefunds'];
    staffRefunds: PolicyFacts['staffRefunds'];
    sums: PolicyFacts['sums'];
    /** Sums of the limits that the policy has beside those of `sums`; absent where nobody read them. */
    watched?: WatchedSums;
    firstOrder: boolean;
    /** Active refunds of this sale, without this one. */ refundsOfSale: number;
  }>;
}>;

export type ApprovalStepPlan = LadderStep & Readonly<{ no: number }>;
export type RefundDeadlines = Readonly<{
  right: 'none' | 'open' | 'until';
  cancelBy: string | null;
  cancelEndsAt: string | null;
  payBy: string | null;
  inTime: boolean;
}>;

/** Somebody had one transfer replaced by another one that goes elsewhere. */
export type DestinationChange = Readonly<{
  /** Number of the transfer that was given up, or came back. */ instead: number;
  /** Number of the new one. */ transfer: number;
  to: NewDestination;
  /** Owner of the credential; may not approve it. */ by: string;
  /** The payee's details by keyed hash; null for store credit. */ payeeHash: string | null;
}>;

/**
 * What the decision looked at beside the facts of the rules: with it the rules of another version can be tried on this
 * very case, long after the sale has gone on.
 */
export type DecisionGrounds = Readonly<{
  /** Active refunds of the sale, without this one. */ refundsOfSale: number;
  /** Sums of limits that are no facts of the rules; absent where the policy had no such limit. */ watched?: WatchedSums;
  feesBefore: number;
  /** Gross of goods and services, on which a fee is taken. */ feeable: number;
  /** The law's cap on the fee; null = the law sets none. */ feeCap: number | null;
  /** The part of `feeable` that no cap covers. */ uncapped: number;
  /** Units of goods that could come back. */ returnUnits: number;
  /** The reason is one for which the merchant answers. */ waived: boolean;
}>;

/** A refund as policy and law decided it. Its canonical JSON (see `snapshotOf`) is what people approve. */
export type DecidedRefund = Readonly<{
  quote: Quote;
  /** From what the amounts were computed; absent where nobody computed them here. */ basis?: QuoteBasis;
  facts: PolicyFacts;
  statutory: boolean;
  deadlines: RefundDeadlines;
  lawVersion: string;
  approval: Readonly<{
    machines: boolean;
    rule: string;
    steps: readonly ApprovalStepPlan[];
    /** When a silent refund expires (or goes to a person, if statutory); null without steps. */ silentUntil:
      string | null;
  }>;
  return: Readonly<{
    mode: ReturnMode;
    days: number;
    moneyOn: MoneyOn;
    dueAt: string | null;
    items: readonly Readonly<{ ref: string; units: number }>[];
  }>;
  storeCredit: Readonly<{ bonus: number; months: number }> | null;
  /** Absent where it was not recorded yet. */ grounds?: DecisionGrounds;
  /** The last change of where the money goes; absent while it goes where it was asked to. */
  destinationChange?: DestinationChange;
  explanation: readonly ExplanationEntry[];
}>;
export type RefundDecision =
  | Readonly<{
      kind: 'decided';
      decided: DecidedRefund;
      /** The limits of amounts that it passes; not part of what people approve. */ tripped: readonly LimitName[];
      /** What every rule answered that was asked. */ trace: readonly RuleTrace[];
    }>
  /** Policy refuses a customer's own request: it is written and rejected at once (domain.md section 2). Others get the refusal and nothing is written. */
  | Readonly<{
      kind: 'refused';
      code: ErrorCode;
      values: ErrorValues;
      pointer: string;
      explanation: readonly ExplanationEntry[];
      trace: readonly RuleTrace[];
      /** The valid quote when policy alone refused it (no steps, no return), so that a customer's own request can be written down with its amounts; null when there is no such quote. */
      decided: DecidedRefund | null;
    }>;
