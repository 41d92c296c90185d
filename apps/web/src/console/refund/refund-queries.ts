import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Locale, RefundColumn, RefundStatus } from '@zikui/domain/shown';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { usePolling } from '../../shell/live';

export type RefundDetail = Shape<'RefundDetail'>;
export type RefundPage = Shape<'RefundPage'>;

/** What narrows the list; each stands in the address. */
export type ListFilter = Readonly<{
  status?: RefundStatus;
  /** An order. */ q?: string;
  /** A customer, by the shop's own reference. */ customer?: string;
  /** The first day. */ from?: string;
  sort?: 'payBy';
  /** What is shown of each, with commas between; the usual ones when left out. */ columns?: string;
  after?: string;
}>;

const PAGE = 50;

/** What of the address narrows the list, as the API reads it. */
const narrowingOf = ({ status, q, customer, from }: ListFilter) => ({
  ...(status && { status }),
  ...(q && { saleRef: q }),
  ...(customer && { customerRef: customer }),
  ...(from && { createdFrom: `${from}T00:00:00Z` }),
});

/** The same in its order; one by legal dates holds those that have one. */
const listOf = ({ sort, ...filter }: ListFilter) => ({ ...narrowingOf(filter), ...(sort && { sort }) });

/** How the list is asked for as a table, of all its pages. */
export const exportQueryOf = (
  filter: ListFilter,
  { columns, locale }: Readonly<{ columns: readonly RefundColumn[]; locale: Locale }>,
): string => new URLSearchParams({ ...listOf(filter), columns: columns.join(), locale }).toString();

/** How many refunds the list holds on all its pages. */
export function useRefundCount(filter: ListFilter): UseQueryResult<Shape<'RefundCount'>, Problem> {
  const query = listOf(filter);
  return useQuery<Shape<'RefundCount'>, Problem>({
    queryKey: ['refunds', { count: query }],
    queryFn: () => answered(api.GET('/v1/refunds/count', { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
  });
}

/** One page of refunds. */
export function useRefunds(filter: ListFilter): UseQueryResult<RefundPage, Problem> {
  const { after } = filter;
  const query = { limit: PAGE, ...listOf(filter), ...(after && { after }) };
  return useQuery<RefundPage, Problem>({
    queryKey: ['refunds', query],
    queryFn: () => answered(api.GET('/v1/refunds', { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: usePolling(),
  });
}

export function useRefund(id: string): UseQueryResult<RefundDetail, Problem> {
  return useQuery<RefundDetail, Problem>({
    queryKey: ['refunds', id],
    queryFn: () => answered(api.GET('/v1/refunds/{id}', { params: { path: { id } } })),
    refetchInterval: usePolling(),
  });
}

/** What was sent for a refund, and what is known of it. */
export function useMoneyEvidence(id: string): UseQueryResult<Shape<'MoneyEvidence'>, Problem> {
  return useQuery<Shape<'MoneyEvidence'>, Problem>({
    queryKey: ['refunds', id, 'transfers'],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/transfers', { params: { path: { id } } })),
    refetchInterval: usePolling(),
  });
}

/** Everything that happened to a refund. */
export function useStory(id: string): UseQueryResult<Shape<'TimelinePage'>, Problem> {
  return useQuery<Shape<'TimelinePage'>, Problem>({
    queryKey: ['refunds', id, 'story'],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/timeline', { params: { path: { id } } })),
    refetchInterval: usePolling(),
  });
}

export function useNotes(id: string): UseQueryResult<Shape<'NoteList'>, Problem> {
  return useQuery<Shape<'NoteList'>, Problem>({
    queryKey: ['refunds', id, 'notes'],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/notes', { params: { path: { id } } })),
  });
}

export function useAudit(id: string): UseQueryResult<Shape<'AuditPage'>, Problem> {
  return useQuery<Shape<'AuditPage'>, Problem>({
    queryKey: ['refunds', id, 'audit'],
    queryFn: () => answered(api.GET('/v1/audit', { params: { query: { refundId: id, limit: 200 } } })),
  });
}
