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
};
export type Transfer = {
  readonly name: string;
  readonly refund: Refund;
  readonly payment: Payment;
  readonly amount: number;
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
  notes: Readonly<{ number: number; total: number }>[];
};
