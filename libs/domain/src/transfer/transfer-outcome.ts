/** How a gateway step of a transfer ended, as recorded. `unknown` is never a refusal: the money may have moved. */
export type TransferOutcome = 'settled' | 'pending' | 'declined' | 'unknown';
