import { decimalText } from '../money/format-money';
import type { BankAccount } from './bank-account';
import type { BankFileFacts } from './bank-file';

/** Columns of the table, in their order (docs/bank-transfers.md). They are only ever added, at the end. */
export const BANK_FILE_COLUMNS = [
  'message_id',
  'position',
  'end_to_end_id',
  'execute_on',
  'amount',
  'currency',
  'payee_name',
  'payee_iban',
  'payee_bank',
  'payee_branch',
  'payee_account',
  'payer_name',
  'payer_iban',
  'payer_bank',
  'payer_branch',
  'payer_account',
  'remittance',
] as const;

/** The orders as a table: UTF-8, every field in quotes, lines end in CR LF. */
export function csvFile({ messageId, executeOn, currency, payer, orders }: BankFileFacts): string {
  const rows = orders.map(({ position, endToEndId, amount, payee, remittance }) => [
    ...[messageId, String(position), endToEndId, executeOn, decimalText({ amount, currency }), currency],
    ...[payee.name, ...parts(payee.account), payer.name, ...parts(payer.account), remittance],
  ]);
  return [BANK_FILE_COLUMNS, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

const parts = (account: BankAccount): readonly string[] =>
  account.format === 'iban' ? [account.iban, '', '', ''] : ['', account.bank, account.branch, account.account];

/** A field that no spreadsheet takes for a formula: what would begin one gets an apostrophe in front. */
export function csvField(text: string): string {
  const oneLine = text.replaceAll(/[\r\n\t]+/g, ' ');
  const harmless = /^\s*[=+\-@|%]/.test(oneLine) ? `'${oneLine}` : oneLine;
  return `"${harmless.replaceAll('"', '""')}"`;
}
