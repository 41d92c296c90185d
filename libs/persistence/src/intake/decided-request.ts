import type { DecidedRefund, ErrorCode, LimitName, Principal, RefundRequest } from '@zikui/domain';
import type { RefundedSale } from './refunded-sale';

/** A decided request on its way into the database. */
export type DecidedRequest = Readonly<{
  principal: Principal;
  requester: 'customer' | 'staff' | 'merchant';
  request: RefundRequest;
  sale: RefundedSale;
  decided: DecidedRefund;
  /** Why policy refuses the customer's own request, which is written and then rejected by its process. */
  refusal: ErrorCode | null;
  /** The limits of amounts that it passes: what is due then waits. */ tripped: readonly LimitName[];
  snapshotHash: string;
  requestKey: string;
  sealedNote: string | null;
}>;
