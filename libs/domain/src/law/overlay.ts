import type { MoneyOn } from '../policy/policy';
import type { Destination } from '../quote/quote';

/** What decides a request, whoever says it: first the shop's policy, then what the law leaves of it. */
export type Verdict = Readonly<{
  allowed: boolean;
  /** Kept of the request, in minor units. */ fee: number;
  /** Where the money may go. */ destinations: readonly Destination[];
  /** How far awaited goods must come before the money goes; null where none are awaited. */ moneyOn: MoneyOn | null;
  /** Validity of store credit. */ creditMonths: number;
}>;

/** What the law gives the customer of one request, whatever the shop says. */
export type Rights = Readonly<{
  /** The customer has a legal right to this refund. */ statutory: boolean;
  /** The most that may be kept; null = the law sets no limit. */ feeCap: number | null;
  /** Proof of sending lets the money go. */ paysOnSending: boolean;
  /** Least validity of store credit. */ creditMonths: number;
}>;

/** In which points the law can overrule a shop; each is told by the sentence of that name. */
const OVERRULINGS = [
  'law_over_policy',
  'fee_cap',
  'destination_over_policy',
  'proof_of_sending',
  'credit_months',
] as const;
export type Overruling = (typeof OVERRULINGS)[number];

/**
 * The shop's verdict under the law (domain.md section 5, the overlay that runs last). It is never worse for the customer
 * than either of the two, and `overruled` names each point in which the law had to change it.
 */
export function overlay(
  policy: Verdict,
  rights: Rights,
): Readonly<{ verdict: Verdict; overruled: readonly Overruling[] }> {
  const mustAddMoney = rights.statutory && !policy.destinations.includes('original');
  const verdict: Verdict = {
    allowed: policy.allowed || rights.statutory,
    fee: rights.feeCap === null ? policy.fee : Math.min(policy.fee, rights.feeCap),
    destinations: mustAddMoney ? ['original', ...policy.destinations] : policy.destinations,
    moneyOn: policy.moneyOn !== null && rights.paysOnSending ? 'first_scan' : policy.moneyOn,
    creditMonths: Math.max(policy.creditMonths, rights.creditMonths),
  };
  const changed: Readonly<Record<Overruling, boolean>> = {
    law_over_policy: verdict.allowed !== policy.allowed,
    fee_cap: verdict.fee !== policy.fee,
    destination_over_policy: mustAddMoney,
    proof_of_sending: verdict.moneyOn !== policy.moneyOn,
    credit_months: verdict.creditMonths !== policy.creditMonths,
  };
  return { verdict, overruled: OVERRULINGS.filter((point) => changed[point]) };
}
