import type { BankAccountFormat, BankFileFormat, Money, TransferStatus } from '@zikui/domain';

/** Whom a transfer by hand pays, as people may see it. */
export type PayeeView = Readonly<{
  id: string;
  refundId: string;
  format: BankAccountFormat;
  /** Initials. */ name: string;
  /** Enough to tell two accounts apart. */ account: string;
  createdAt: string;
  /** Since when the details are gone; then nothing can be paid to them. */ erasedAt: string | null;
}>;

/** The same in clear, in the fields in which it was given; those of the other format are null. */
export type UnmaskedPayee = Readonly<{
  id: string;
  refundId: string;
  format: BankAccountFormat;
  name: string;
  iban: string | null;
  bank: string | null;
  branch: string | null;
  account: string | null;
}>;

/** A file in which a bank is asked to pay. */
export type BankFileView = Readonly<{
  id: string;
  legalEntity: string;
  currency: string;
  format: BankFileFormat;
  executeOn: string;
  transfers: number;
  total: Money;
  /** Of its transfers, how many the bank has not answered yet. */ pending: number;
  /** SHA-256 of the bytes: every download has it. */ contentHash: string;
  bytes: number;
  createdBy: string;
  createdAt: string;
  erasedAt: string | null;
}>;
export type BankFileItemView = Readonly<{
  position: number;
  transferId: string;
  refundId: string;
  saleRef: string;
  endToEndId: string;
  amount: Money;
  status: TransferStatus;
  /** What became of the last statement about it; null while there was none. */
  statement: Readonly<{
    state: 'pending' | 'done' | 'refused';
    /** Code of the error catalogue. */ refusal: string | null;
  }> | null;
  payee: Readonly<{ name: string; account: string }>;
}>;
export type FoundBankFile = Readonly<{ file: BankFileView; items: readonly BankFileItemView[] }>;
export type BankFileContent = Readonly<{ format: BankFileFormat; text: string; contentHash: string }>;
