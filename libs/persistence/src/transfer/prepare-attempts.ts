import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { attemptNames, requestHash } from './gateway-key';

/** A transfer that is to be sent under its next attempt. */
export type ToSend = Readonly<{
  transferId: string;
  transferNo: number;
  attemptNo: number;
  gateway: string;
  gatewayRef: string;
  amount: number;
}>;
export type ForRefund = Readonly<{ merchantId: string; requestKey: string; currency: string }>;

/** Writes the next attempt of each transfer as `prepared`: key and reference are stored before anything is sent. */
export async function prepareAttempts(
  tx: Tx,
  secret: string,
  refund: ForRefund,
  transfers: readonly ToSend[],
): Promise<void> {
  if (transfers.length === 0) return;
  const rows = transfers.map(({ transferId, transferNo, attemptNo, gateway, gatewayRef, amount }) => {
    const names = attemptNames(secret, { ...refund, transferNo, attemptNo });
    const hash = requestHash({ gateway, gatewayRef, amount, currency: refund.currency, reference: names.reference });
    return { id: newId(), transferId, no: attemptNo, ...names, hash };
  });
  await tx.query(PREPARE, [refund.merchantId, JSON.stringify(rows)]);
}

const PREPARE = `
INSERT INTO attempt (id, merchant_id, transfer_id, no, gateway_key, reference, request_hash, status)
SELECT id, $1, "transferId", no, "gatewayKey", reference, hash, 'prepared'
FROM jsonb_to_recordset($2::jsonb) AS row (id uuid, "transferId" uuid, no integer, "gatewayKey" text, reference text, hash text)`;
