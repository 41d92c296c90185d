import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { usePolling } from '../../shell/live';

export type Review = Shape<'Review'>;
export type ReviewTransfer = Shape<'ReviewTransfer'>;
export type Attempt = Shape<'Attempt'>;
export type Action = Review['allowedActions'][number];
export type Desk = 'in_doubt' | 'needs_review';
export type Reviews = Readonly<{ items: readonly Review[]; next: string | null }>;

/** The desk shows its oldest; what is behind them comes when these are done. */
const SHOWN = 100;

/** What waits at a desk, the oldest first. */
export const useReviews = (status: Desk): UseQueryResult<Reviews, Problem> => {
  const refetchInterval = usePolling();
  return useQuery<Reviews, Problem>({
    queryKey: ['reviews', { status }],
    queryFn: () => readReviews(status),
    refetchInterval,
  });
};

async function readReviews(status: Desk): Promise<Reviews> {
  const { items, next } = await answered(api.GET('/v1/reviews', { params: { query: { status, limit: SHOWN } } }));
  return { items: items.toSorted((one, other) => other.ageSeconds - one.ageSeconds), next };
}
