import type { LoadedRefund } from '../loaded-refund';
import type { NewMessage } from '../step';

/** A refund that nobody had to decide: the customer next hears of something newer than that it was received. */
export const receivedButOvertaken = ({ status }: LoadedRefund): readonly NewMessage[] =>
  status === 'requested' ? [{ kind: 'refund_received', status: 'suppressed' }] : [];
