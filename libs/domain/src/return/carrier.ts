export const PARCEL_STATUSES = [
  'label_created',
  'in_transit',
  'out_for_delivery',
  'available_for_pickup',
  'delivered',
  'exception',
  'lost',
  'returned_to_sender',
  'cancelled',
] as const;
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];
export type CarrierAccount = Readonly<{ merchantId: string; apiKey: string; webhookSecret: string }>;
export type ReturnLabel = Readonly<{ shipmentRef: string; trackingCode: string; labelUrl: string }>;

export interface Carrier {
  readonly name: string;
  /** Orders a return label. Asking twice with one reference gives one label. */
  createReturnLabel(ask: Readonly<{ account: CarrierAccount; reference: string }>): Promise<ReturnLabel>;
  /** Cancels a label that was never used. Cancelling twice, or one already used, changes nothing. */
  cancelReturnLabel(ask: Readonly<{ account: CarrierAccount; shipmentRef: string }>): Promise<void>;
  /** Checks the signature over the raw body and reads the scan. Throws `bad_signature`. */
  readWebhook(
    account: CarrierAccount,
    rawBody: Buffer,
    headers: Readonly<Record<string, string | undefined>>,
  ): CarrierScan | undefined;
}
/** One scan of a parcel as the carrier told it. */
export type CarrierScan = Readonly<{ eventId: string; trackingCode: string; status: ParcelStatus; occurredAt: string }>;

/** Thrown by a carrier's adapter when it gave no label or took none back; `permanent` when a repeat is useless. */
export class CarrierFailed extends Error {
  override readonly name = 'CarrierFailed';
  constructor(
    readonly carrier: string,
    readonly permanent: boolean,
    readonly evidence: Readonly<Record<string, string | number | null>>,
  ) {
    super(`${carrier} ${permanent ? 'refused' : 'did not answer'}: ${JSON.stringify(evidence)}`);
  }
}
