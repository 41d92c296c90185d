import type { RefundRow } from './payment-book';

/** A page behind the refund `after`; `next` names its last one where more follow. A cursor that is not known begins anew. */
export function pageOf(
  all: readonly RefundRow[],
  after: string | undefined,
  limit: number,
): Readonly<{ shown: readonly RefundRow[]; next: string | null }> {
  const first = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const shown = all.slice(first, first + limit);
  return { shown, next: first + limit < all.length ? (shown.at(-1)?.id ?? null) : null };
}
