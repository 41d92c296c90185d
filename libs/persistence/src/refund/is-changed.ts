import type { LoadedRefund } from './loaded-refund';

/** Whether its money takes another way than was asked for: what is decided then is that way, no more the refund itself. */
export const isChanged = ({ decided }: Pick<LoadedRefund, 'decided'>): boolean =>
  decided.destinationChange !== undefined;
