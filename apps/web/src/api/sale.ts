import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Shape } from './client';
import type { Problem } from './problem';

/** What was bought, by whom, and in which language he reads. It hardly changes: one reading serves all screens for minutes. */
export const useSale = (saleRef: string): UseQueryResult<Shape<'Sale'>, Problem> =>
  useQuery<Shape<'Sale'>, Problem>({
    queryKey: ['sales', saleRef],
    queryFn: () => answered(api.GET('/v1/sales/{saleRef}', { params: { path: { saleRef } } })),
    staleTime: 300_000,
  });
