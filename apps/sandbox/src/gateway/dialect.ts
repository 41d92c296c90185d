import type { Reply } from '../reply';
import type { DialectName } from './dialect-name';
import type { DisputeRow } from './dispute-book';
import type { Payment, RefundRow } from './payment-book';

/** Why the desk refuses: it was ordered to (with a code of the vendor, or without), or the payment has not that much left. */
export type Refusal =
  | Readonly<{ why: 'ordered'; code: string | undefined }>
  | Readonly<{ why: 'exhausted' }>
  | Readonly<{ why: 'exceeds' }>;
/** What became of a refund, as it is told. */
export type Change = 'created' | 'updated' | 'failed';
export type ToldEvent = Readonly<{ kind: string; body: string }>;
/** How an answer is made untrue. */
type Spoilt = Readonly<{ wrongAmount: boolean; unlistedStatus: boolean }>;

/** How one vendor says what the desk does. All of them share its books and its faults. */
export interface Dialect {
  readonly name: DialectName;
  /** True where a refusal is not answered but announced: every ask is confirmed first. */ readonly refusesLater: boolean;
  newPaymentId(): string;
  newRefundId(): string;
  accepted(refund: RefundRow, spoilt: Spoilt): Reply;
  refused(refusal: Refusal, payment: Payment): Reply;
  /** What a refusal is called on the refund itself, where it is announced. */ failureOf(refusal: Refusal): string;
  tooBusy(retryAfterSeconds: number): Reply;
  serverError(): Reply;
  /** The key is in use by a call that is not over, or was used for another one. */
  keyTrouble(trouble: 'in_use' | 'otherwise'): Reply;
  newDisputeId(): string;
  /** Why a refund of a disputed payment is refused. */ readonly disputedCode: string;
  /** What is told of a dispute as it now stands. */ disputeEvents(
    dispute: DisputeRow,
    payment: Payment,
  ): readonly ToldEvent[];
  events(refund: RefundRow, change: Change, payment: Payment): readonly ToldEvent[];
}
