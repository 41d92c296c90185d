const DAY_MS = 86_400_000;
const LONGEST_MS = 31 * DAY_MS;
/** Of more transactions than this nothing is shown. */
export const MOST_FOUND = 10_000;
const LARGEST_PAGE = 500;

export type Search = Readonly<{ fromMs: number; toMs: number; page: number; size: number }>;

/** What a search asks for; undefined where PayPal refuses it: no span, one of more than 31 days, or a page that is too large. */
export function searchIn(query: Readonly<Record<string, string>>): Search | undefined {
  const [fromMs, untilMs] = [Date.parse(query['start_date'] ?? ''), Date.parse(query['end_date'] ?? '')];
  const [page, size] = [Number(query['page'] ?? 1), Number(query['page_size'] ?? 100)];
  const isSpan = untilMs >= fromMs && untilMs - fromMs <= LONGEST_MS;
  const isPage = Number.isInteger(page) && page >= 1 && Number.isInteger(size) && size >= 1 && size <= LARGEST_PAGE;
  // The last second is within the span.
  return isSpan && isPage ? { fromMs, toMs: untilMs + 1_000, page, size } : undefined;
}
