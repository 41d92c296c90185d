import {
  decideRefund,
  type ErrorCode,
  type ExplanationEntry,
  type PolicyFacts,
  type RefundRequest,
  type RuleTrace,
} from '@zikui/domain';
import type { SecretBox } from '../access/secret-box';
import { factsOfRequest, snapshotHashOf, type Grounds, type Requester } from './decide-request';
import { quoteViewOf } from './quote-view-of';
import type { QuoteView } from './quote.view';
import type { RefundedSale } from './refunded-sale';

/** A policy that is tried, whether it is in force or not. */
export type TriedPolicy = RefundedSale['policy'];

/** What a request would be under a policy, with everything that was asked on the way. Nothing is written. */
export type DryRunView = Readonly<{
  outcome: 'decided' | 'refused';
  /** Why it would be refused. */ code: ErrorCode | null;
  /** Where the fault of the request is, as a JSON pointer; empty when it is none of the request's. */ pointer: string;
  /** Null when it is refused before there is anything to quote. */ quote: QuoteView | null;
  /** What the rules were asked about; null when they were not asked. */ facts: PolicyFacts | null;
  /** What every rule answered, in the order in which they were asked. */ trace: readonly RuleTrace[];
  explanation: readonly ExplanationEntry[];
}>;

/** The same code as for a request that is made, on the same rows, under the policy that stands in `sale`. */
export function dryRunOf(
  sale: RefundedSale,
  grounds: Grounds,
  asked: Readonly<{ request: RefundRequest; requester: Requester }>,
  box: SecretBox,
): DryRunView {
  const decision = decideRefund(factsOfRequest(sale, grounds, asked.request, asked.requester));
  const { decided, trace } = decision;
  const seen = {
    quote: decided && quoteViewOf(sale, decided, snapshotHashOf(sale, decided, box)),
    facts: decided?.facts ?? null,
    trace,
  };
  return decision.kind === 'decided'
    ? { outcome: 'decided', code: null, pointer: '', ...seen, explanation: decision.decided.explanation }
    : {
        outcome: 'refused',
        code: decision.code,
        pointer: decision.pointer,
        ...seen,
        explanation: decision.explanation,
      };
}
