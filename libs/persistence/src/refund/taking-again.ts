import type { ErrorCode } from '@zikui/domain';
import type { Tx } from '../database/database';
import { isActive } from './active-refund';
import type { LoadedRefund } from './loaded-refund';

/**
 * Why a refund all of whose money came back can't take again what it gave back to its sale: somebody else has it by now.
 * Null when it can, or never gave it back. The sale is locked by the caller.
 */
export async function refuseTakingAgain(
  tx: Tx,
  { id, saleId, transfers }: Pick<LoadedRefund, 'id' | 'saleId' | 'transfers'>,
): Promise<ErrorCode | null> {
  if (!transfers.every(({ status }) => status === 'reversed' || status === 'released')) return null;
  const [gone] = await tx.query<{ lines: boolean; shipping: boolean }>(GONE, [id, saleId]);
  if (gone?.lines) return 'line_exhausted';
  return gone?.shipping ? 'shipping_exhausted' : null;
}

const GONE = `
SELECT
  EXISTS (
    SELECT FROM refund_line own JOIN sale_line s ON s.id = own.sale_line_id, LATERAL (
      SELECT coalesce(sum(l.units - l.given_back_units), 0) AS units, coalesce(sum(l.gross - l.given_back_gross), 0) AS gross,
        coalesce(sum(l.tax - l.given_back_tax), 0) AS tax
      FROM refund_line l JOIN refund r ON r.id = l.refund_id WHERE l.sale_line_id = s.id AND r.id <> $1 AND ${isActive('r')}) taken
    WHERE own.refund_id = $1 AND (taken.units + own.units - own.given_back_units > s.quantity
      OR taken.gross + own.gross - own.given_back_gross > s.total OR taken.tax + own.tax - own.given_back_tax > s.tax)
  ) AS lines,
  (SELECT taken.gross + own.shipping_gross - own.given_back_shipping_gross > s.shipping_total
      OR taken.tax + own.shipping_tax - own.given_back_shipping_tax > s.shipping_tax
    FROM refund own, sale s, LATERAL (
      SELECT coalesce(sum(r.shipping_gross - r.given_back_shipping_gross), 0) AS gross,
        coalesce(sum(r.shipping_tax - r.given_back_shipping_tax), 0) AS tax
      FROM refund r WHERE r.sale_id = $2 AND r.id <> $1 AND ${isActive('r')}) taken
    WHERE own.id = $1 AND s.id = $2) AS shipping`;
