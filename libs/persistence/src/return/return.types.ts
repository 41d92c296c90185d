/** A label to be ordered under this reference. */
export type LabelAsk = Readonly<{ carrier: string; reference: string }>;
/** A label that no carrier has scanned. */
export type UnusedLabel = Readonly<{ parcelId: string; carrier: string; shipmentRef: string }>;
