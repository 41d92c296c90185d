/** The accounts of the ledger (domain.md section 9). Debit is positive, credit negative; nothing else is ever posted on. */
export const LEDGER_ACCOUNTS = [
  'sales_returns',
  'tax_payable',
  'goodwill_expense',
  'fee_income',
  'refunds_payable',
  'gateway_clearing',
  'external_refunds',
  'dispute_receivable',
  'dispute_loss',
  'customer_credit',
  'customer_credit_held',
  'customer_receivable',
  'sales_clearing',
  'breakage_income',
  'partner_receivable',
  'commission_expense',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];
