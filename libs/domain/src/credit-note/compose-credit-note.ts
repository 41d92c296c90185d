import { invariant } from '../invariant';
import { feeTaxOf } from '../quote/fee-tax';
import type { Quote } from '../quote/quote';
import type { Sale } from '../sale/sale';
import type { CreditNoteBody } from './credit-note';
import { noteAmounts, noteTotals } from './note-amounts';

/** What a credit note is made of: recorded facts of the sale, and the refund as it was completed. */
export type CreditNoteFacts = Readonly<{
  seller: CreditNoteBody['seller'];
  sale: Pick<Sale, 'saleRef' | 'currency' | 'invoice'> &
    Readonly<{
      lines: readonly Pick<Sale['lines'][number], 'ref' | 'description' | 'kind'>[];
      customer: Readonly<{ ref: string }>;
    }>;
  /** The parts as refunded: after what a short close gave back. */
  refunded: Pick<Quote, 'lines' | 'shipping' | 'goodwill' | 'fee'>;
  /** What the transfers of this completion moved. */ settled: number;
  /** False where a cancellation fee bears no tax. */ feeTaxed?: boolean;
}>;

/**
 * The credit note of one completion. Its total is what settled, to the minor unit; throws when the parts do not say so,
 * for a document that differs from the money is worse than none.
 */
export function composeCreditNote({
  seller,
  sale,
  refunded,
  settled,
  feeTaxed = true,
}: CreditNoteFacts): CreditNoteBody {
  const sold = new Map(sale.lines.map((line) => [line.ref, line]));
  const lines = refunded.lines.map((line) => {
    const of = sold.get(line.ref);
    invariant(of !== undefined, `a refunded line stands in the sale, got ${line.ref}`);
    return { ...line, kind: of.kind, description: of.description };
  });
  const parts = {
    lines: lines.map(({ ref, description, units, gross, tax }) => ({
      ref,
      description,
      units,
      ...noteAmounts(gross, tax),
    })),
    shipping: noteAmounts(refunded.shipping.gross, refunded.shipping.tax),
    goodwill: noteAmounts(refunded.goodwill, 0),
    fee: noteAmounts(refunded.fee, feeTaxOf(refunded.fee, lines, feeTaxed)),
  };
  const totals = noteTotals(parts);
  invariant(totals.total === settled, `a credit note is over what settled (${settled}), got ${totals.total}`);
  return {
    v: 1,
    type: 'credit_note',
    seller,
    buyerRef: sale.customer.ref,
    invoice: sale.invoice,
    saleRef: sale.saleRef,
    currency: sale.currency,
    ...parts,
    ...totals,
  };
}

/** Which document a completed refund calls for: none for gifts, a draft while the sale has no invoice. */
export function creditNoteDue(
  sale: Readonly<{ invoice: unknown; lines: readonly Readonly<{ ref: string; kind: string }>[] }>,
  refunded: readonly Readonly<{ ref: string }>[],
): 'issued' | 'draft' | 'none' {
  const refs = new Set(refunded.map(({ ref }) => ref));
  const lines = sale.lines.filter(({ ref }) => refs.size === 0 || refs.has(ref));
  if (lines.every(({ kind }) => kind === 'donation')) return 'none'; // A gift has a receipt, which is corrected instead.
  return sale.invoice === null ? 'draft' : 'issued';
}
