import type { AttemptStatus, NewsAlert, Posting, Quote, TransferStatus } from '@zikui/domain';

export type Payment = { readonly ref: string; readonly captured: number; held: number; disputed: number };
export type Attempt = {
  readonly no: number;
  readonly key: string;
  readonly reference: string;
  status: AttemptStatus;
  sends: number;
  sentAtMs: number | null;
  lastSentAtMs: number | null;
  /** What it moved although its transfer did not answer for it any more. */ external?: External;
};
/** A refund that was made past this house, and is only recorded. */
export type External = { readonly payment: Payment; readonly amount: number; reserved: number; isReversed: boolean };
/** A document: over what settled, or over one transfer that came back. */
type Note = Readonly<{ number: number; total: number; over: readonly Transfer[] }>;
export type Transfer = {
  readonly name: string;
  readonly refund: Refund;
  readonly payment: Payment;
  readonly amount: number;
  /** The reversed one in whose place it pays. */ readonly replaces: Transfer | null;
  status: TransferStatus;
  reserved: number;
  attempts: Attempt[];
  lastFinalNewsAtMs: number | null;
  readonly alerts: NewsAlert[];
  readonly postings: (readonly Posting[])[];
};
export type Refund = {
  readonly name: string;
  readonly quote: Quote;
  transfers: Transfer[];
  status: string;
  closed: 'completed' | 'failed' | null;
  wasReversed: boolean;
  readonly postings: (readonly Posting[])[];
  readonly notes: Note[];
  readonly counterNotes: Note[];
};
