import { money, publicId, type TransferStatus } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';
import type { BankFileItemView, BankFileView } from './bank-transfer.view';

/** A row of `SELECT_BANK_FILES`. */
export type BankFileRecord = Omit<BankFileView, 'total'> &
  Readonly<{ totalMinor: number; /** Where it stands in the list. */ place: string }>;

export const bankFileView = ({ totalMinor, place: _, ...file }: BankFileRecord): BankFileView => ({
  ...file,
  id: publicId('bankFile', file.id),
  total: money(totalMinor, file.currency),
  createdAt: instantText(file.createdAt),
  erasedAt: instantTextOrNull(file.erasedAt),
});

type ItemRecord = Readonly<{
  position: number;
  transferId: string;
  refundId: string;
  saleRef: string;
  endToEndId: string;
  amount: number;
  currency: string;
  status: TransferStatus;
  maskedName: string;
  maskedAccount: string;
  statement: BankFileItemView['statement'];
}>;

export const itemView = (item: ItemRecord): BankFileItemView => ({
  position: item.position,
  transferId: publicId('transfer', item.transferId),
  refundId: publicId('refund', item.refundId),
  saleRef: item.saleRef,
  endToEndId: item.endToEndId,
  amount: money(item.amount, item.currency),
  status: item.status,
  statement: item.statement,
  payee: { name: item.maskedName, account: item.maskedAccount },
});

/** Of merchant $1. */
export const SELECT_BANK_FILES = `
SELECT f.id, e.ref AS "legalEntity", f.currency, f.format, f.execute_on AS "executeOn", f.transfers, f.total AS "totalMinor",
  (SELECT count(*)::int FROM bank_file_item i JOIN transfer t ON t.id = i.transfer_id WHERE i.bank_file_id = f.id AND t.status = 'pending') AS pending,
  f.content_hash AS "contentHash", f.bytes, f.actor AS "createdBy", f.created_at AS "createdAt", f.created_at AS place, f.erased_at AS "erasedAt"
FROM bank_file f JOIN legal_entity e ON e.id = f.legal_entity_id WHERE f.merchant_id = $1`;

export const SELECT_ITEMS = `
SELECT i.position, t.id AS "transferId", r.id AS "refundId", s.sale_ref AS "saleRef", i.end_to_end_id AS "endToEndId", t.amount, t.currency, t.status,
  y.masked_name AS "maskedName", y.masked_account AS "maskedAccount", (
    SELECT jsonb_build_object('state', c.state, 'refusal', c.refusal) FROM refund_command c
    WHERE c.refund_id = r.id AND c.payload ->> 'transfer' = t.id::text AND c.payload ->> 'action' IN ('mark_settled', 'mark_declined')
    ORDER BY c.created_at DESC, c.id DESC LIMIT 1) AS statement
FROM bank_file_item i JOIN transfer t ON t.id = i.transfer_id JOIN refund r ON r.id = t.refund_id JOIN sale s ON s.id = r.sale_id
JOIN payee y ON y.id = t.payee_id WHERE i.merchant_id = $1 AND i.bank_file_id = $2 ORDER BY i.position`;
