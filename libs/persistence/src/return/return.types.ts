import type { QueuedMessage } from '../refund/refund-process.types';

/** `label`: order one under this reference. `none`: no label is needed, because it exists, the customer brings the goods himself, or the return is over. */
export type LabelAsk =
  Readonly<{ kind: 'label'; merchantId: string; carrier: string; reference: string }> | Readonly<{ kind: 'none' }>;

export type Labelled = Readonly<{ parcelId: string; messages: readonly QueuedMessage[] }>;
/** Labels of a closed return that were never used and can be cancelled at the carrier. */
export type ClosedReturn = Readonly<{
  labels: readonly Readonly<{ parcelId: string; merchantId: string; carrier: string; shipmentRef: string }>[];
}>;
