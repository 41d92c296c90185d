import { giveBack } from '@zikui/domain';
import type { Tx } from '../../../database/database';
import { releaseTransfers } from '../../../transfer/release-transfers';
import type { LoadedRefund } from '../../loaded-refund';
import { step, type Moved } from '../../step';
import { complete } from '../complete';
import { postGivenBack } from '../withdraw-payment';
import type { Resolution } from './resolution';

/** What was paid is all there will be: the rest is given back, and the document is over what settled. */
export async function closeShort({ tx, refund, note }: Resolution): Promise<Moved> {
  const transfers = await releaseTransfers(tx, refund.id, refund.transfers);
  const settled = transfers.filter(({ status }) => status === 'settled');
  const short = refund.payout - settled.reduce((sum, { amount }) => sum + amount, 0);
  const { lines, decided } = refund;
  const { shipping, goodwill } = decided.quote;
  const { kept, given } = giveBack({ lines, shipping, goodwill }, short);
  await record(tx, refund, given, short);
  await postGivenBack(tx, refund, given);
  const quote = { ...decided.quote, shipping: kept.shipping, goodwill: kept.goodwill };
  const asPaid = { ...refund, transfers, lines: kept.lines, shortAmount: short, decided: { ...decided, quote } };
  const completed = await complete(tx, asPaid);
  return step({ ...completed, notes: [note, ...completed.notes] });
}

type Given = ReturnType<typeof giveBack>['given'];

const record = (tx: Tx, { id }: LoadedRefund, { lines, shipping, goodwill }: Given, short: number) =>
  tx.query(RECORD, [id, short, shipping.gross, shipping.tax, goodwill, JSON.stringify(lines)]);

const RECORD = `
WITH line AS (
  UPDATE refund_line SET given_back_units = part.units, given_back_gross = part.gross, given_back_tax = part.tax
  FROM jsonb_to_recordset($6::jsonb) AS part (ref text, units integer, gross bigint, tax bigint)
    JOIN sale_line s ON s.ref = part.ref AND s.sale_id = (SELECT sale_id FROM refund WHERE id = $1)
  WHERE refund_line.refund_id = $1 AND refund_line.sale_line_id = s.id
)
UPDATE refund SET short_amount = $2, given_back_shipping_gross = $3, given_back_shipping_tax = $4, given_back_goodwill = $5 WHERE id = $1`;
