/** What a list of refunds can show of each, in the order in which it is shown; the refund itself always comes first. */
export const REFUND_COLUMNS = [
  'refund',
  'status',
  'amount',
  'order',
  'customer',
  'reason',
  'deadline',
  'created',
  'updated',
  'completed',
  'fee',
  'destination',
  'gateway',
  'requester',
  'externalRef',
] as const;
export type RefundColumn = (typeof REFUND_COLUMNS)[number];

/** Those that are shown where nobody chose. */
export const USUAL_COLUMNS: readonly RefundColumn[] = REFUND_COLUMNS.slice(0, 8);

const isColumn = (name: string): name is RefundColumn => REFUND_COLUMNS.some((column) => column === name);

/** The columns that were chosen, each once, in their order, the refund first. Names of none are passed over; the usual ones where no other is left. */
export function columnsOf(names: readonly string[]): readonly RefundColumn[] {
  const chosen = new Set<RefundColumn>(names.filter(isColumn));
  chosen.delete('refund');
  return chosen.size === 0 ? USUAL_COLUMNS : REFUND_COLUMNS.filter((name) => name === 'refund' || chosen.has(name));
}
