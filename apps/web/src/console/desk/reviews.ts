import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { usePaged, type Page } from '../../api/use-paged';
import { usePolling } from '../../shell/live';

export type Review = Shape<'Review'>;
export type ReviewTransfer = Shape<'ReviewTransfer'>;
export type Attempt = Shape<'Attempt'>;
export type Action = Review['allowedActions'][number];
export type Desk = 'in_doubt' | 'needs_review';
export type Reviews = Page<Review>;

const PAGE = 100;

/** What waits at a desk, the refund that was asked for first at the top. */
export const useReviews = (status: Desk) =>
  usePaged<Review>(['reviews', { status }], (after) =>
    answered(api.GET('/v1/reviews', { params: { query: { status, limit: PAGE, ...(after !== null && { after }) } } })),
  );

/** One refund as a desk shows it; null when it is at no desk. Not asked while `refundId` is null. */
export const useReviewOf = (refundId: string | null): UseQueryResult<Review | null, Problem> => {
  const refetchInterval = usePolling();
  return useQuery<Review | null, Problem>({
    queryKey: ['reviews', { refundId: refundId ?? '' }],
    queryFn: async () => {
      const query = { limit: 1, ...(refundId !== null && { refundId }) };
      const { items } = await answered(api.GET('/v1/reviews', { params: { query } }));
      return items[0] ?? null;
    },
    enabled: refundId !== null,
    refetchInterval,
  });
};
