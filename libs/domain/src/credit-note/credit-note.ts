/** Amounts as a tax document shows them: with the tax, the tax alone, and without. */
export type NoteAmounts = Readonly<{ gross: number; tax: number; net: number }>;
export type NoteLine = NoteAmounts & Readonly<{ ref: string; description: string; units: number }>;

export const CREDIT_NOTE_TYPES = [
  /** Lowers an invoice by what was refunded. */ 'credit_note',
  /** Takes a credit note back over money that returned to the seller. */ 'counter_note',
] as const;
export type CreditNoteType = (typeof CREDIT_NOTE_TYPES)[number];

/** The content of a numbered document, complete in itself: it is never edited and never looks anything up again. */
export type CreditNoteBody = Readonly<{
  v: 1;
  type: CreditNoteType;
  seller: Readonly<{ name: string; registrationNumber: string; address: string }>;
  /** Reference of the customer; names stand in the customer's record, which can be erased. */ buyerRef: string;
  /** The invoice that is lowered; null while the sale has none, and the note waits as a draft. */
  invoice: Readonly<{ number: string; issuedAt: string }> | null;
  saleRef: string;
  currency: string;
  lines: readonly NoteLine[];
  shipping: NoteAmounts;
  goodwill: NoteAmounts;
  /** Kept by the seller: a positive line that lowers the total. */ fee: NoteAmounts;
  net: number;
  tax: number;
  /** What settled. */ total: number;
}>;

/** The parts that a note gives back, in the order in which transfers fill them, and the fee. */
export type NoteParts = Pick<CreditNoteBody, 'lines' | 'shipping' | 'goodwill' | 'fee'>;
