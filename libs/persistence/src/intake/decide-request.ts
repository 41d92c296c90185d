import {
  RefundError,
  canonicalJson,
  decideRefund,
  snapshotOf,
  type DecidedRefund,
  type ErrorCode,
  type GatewaysByName,
  type LimitName,
  type Principal,
  type RefundFacts,
  type RefundRequest,
} from '@zikui/domain';
import type { SecretBox } from '../access/secret-box';
import { sha256Hex } from '../database/keyed-hash';
import type { RefundHistory } from './refund-history';
import type { RefundedSale } from './refunded-sale';

export type Requester = RefundFacts['requester'];
/** What was decided, and with which code policy refuses it; null when it does not. */
export type Verdict = Readonly<{
  decided: DecidedRefund;
  refusal: ErrorCode | null;
  /** The limits of amounts that it passes. */ tripped: readonly LimitName[];
}>;

/** A key stands for the merchant's backend, or for the member of staff whom the request names. */
export const requesterOf = ({ person }: Principal, { requestedBy }: RefundRequest): Requester =>
  person ?? (requestedBy === undefined ? 'merchant' : 'staff');

/** What a request is decided on beside its sale: what happened before, and what the gateways can do. */
export type Grounds = Readonly<{ earlier: RefundHistory; gateways: GatewaysByName }>;

/** Decides on rows read before. Throws the refusal, unless a customer's own request is refused by policy alone. */
export function decideRequest(
  sale: RefundedSale,
  grounds: Grounds,
  request: RefundRequest,
  requester: Requester,
): Verdict {
  const decision = decideRefund(factsOfRequest(sale, grounds, request, requester));
  if (decision.kind === 'decided') {
    const { decided, tripped } = decision;
    return { decided, refusal: null, tripped };
  }
  const { code, values, pointer, decided } = decision;
  if (requester === 'customer' && code === 'not_eligible' && decided) return { decided, refusal: code, tripped: [] };
  // Without words of its own the fault is told in the catalogue's, in the caller's language.
  throw new RefundError(code, values, pointer === '' ? [] : [{ pointer, code, detail: '' }]);
}

/** Everything that the decision looks at, under the policy that stands in `sale`. */
export const factsOfRequest = (
  sale: RefundedSale,
  { earlier, gateways }: Grounds,
  request: RefundRequest,
  requester: Requester,
): RefundFacts => ({
  ...earlier,
  sale: sale.snapshot,
  payments: sale.payments,
  gateways,
  request,
  requester,
  now: sale.now,
  policySource: { text: sale.policy.source, hash: sale.policy.hash },
});

/** What a decision of a person is bound to. */
export function snapshotHashOf(sale: RefundedSale, decided: DecidedRefund, box: SecretBox): string {
  const { merchantId, snapshot, policy } = sale;
  const payeeHash = box.keyedHash(snapshot.customer.ref, `${merchantId}:payee`);
  const ids = { merchantId, saleRef: snapshot.saleRef, payeeHash, policyHash: policy.hash };
  return sha256Hex(canonicalJson(snapshotOf(decided, ids)));
}
