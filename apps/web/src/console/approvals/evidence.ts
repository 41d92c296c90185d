import { noop, useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';

/** All that stands beside one decision, and what this person may do about it. */
export type StepEvidence = Shape<'StepEvidence'>;
type Place = Readonly<{ refundId: string; step: number }>;

const queryOf = ({ refundId, step }: Place) => ({
  queryKey: ['approvals', refundId, { step }] as const,
  queryFn: () => answered(api.GET('/v1/refunds/{id}/steps/{step}', { params: { path: { id: refundId, step } } })),
});

export const useEvidence = (place: Place): UseQueryResult<StepEvidence, Problem> =>
  useQuery<StepEvidence, Problem>(queryOf(place));
/** Read before it is opened, so that the next item shows at once; what it could not read, the opening asks for again. */
export const prefetchEvidence = (queries: QueryClient, place: Place): void =>
  void queries.query(queryOf(place)).catch(noop);

/** The refund's story, which the evidence does not hold. */
export const useStory = (refundId: string): UseQueryResult<Shape<'TimelinePage'>, Problem> =>
  useQuery<Shape<'TimelinePage'>, Problem>({
    queryKey: ['refunds', refundId, 'timeline'],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/timeline', { params: { path: { id: refundId } } })),
  });
