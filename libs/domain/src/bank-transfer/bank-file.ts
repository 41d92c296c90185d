import type { BankAccount, PayeeDetails } from './bank-account';
import { isInSepa } from './iban';

/** Ways in which a bank takes orders: a SEPA credit transfer (pain.001.001.09), or our documented table. */
export const BANK_FILE_FORMATS = ['sepa', 'csv'] as const;
export type BankFileFormat = (typeof BANK_FILE_FORMATS)[number];

export type BankOrder = Readonly<{
  /** From 1, in the order of the file. */ position: number;
  /** Comes back on the statement. */ endToEndId: string;
  amount: number;
  payee: PayeeDetails;
  /** What the payee reads: the merchant and the sale. */ remittance: string;
}>;
/** Everything that stands in a bank file. The same facts give the same bytes. */
export type BankFileFacts = Readonly<{
  messageId: string;
  createdAt: string;
  /** Local day on which the bank is to pay. */ executeOn: string;
  currency: string;
  payer: Readonly<{ name: string; account: BankAccount }>;
  orders: readonly BankOrder[];
}>;

/** Most transfers of one file: a person has to be able to look through it. */
export const MOST_ORDERS = 1_000;

/** What a currency's file is by itself: banks take SEPA for euros only. */
export const usualFormat = (currency: string): BankFileFormat => (currency === 'EUR' ? 'sepa' : 'csv');

/** Whether an account can stand in a file of that format. */
export const fitsFormat = (account: BankAccount, format: BankFileFormat): boolean =>
  format === 'csv' || (account.format === 'iban' && isInSepa(account.iban));

/**
 * The text in the characters that every SEPA bank takes (EPC217-08), cut to `max`. Accents are dropped; what has no Latin
 * letter becomes a point.
 */
export const sepaText = (text: string, max: number): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, '.')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, max);

/** Whether something of a name is left once it is written so. */
export const isSepaName = (name: string): boolean => /[A-Za-z]{2}/.test(sepaText(name, 70));
