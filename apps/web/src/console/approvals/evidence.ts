import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';

export type StepEvidence = Readonly<{
  refund: Shape<'Refund'>;
  step: Shape<'Step'>;
  sale: Shape<'Sale'>;
  notes: readonly Shape<'Note'>[];
  photos: readonly Shape<'Evidence'>[];
  timeline: readonly Shape<'TimelineEntry'>[];
}>;
type Place = Readonly<{ refundId: string; step: number }>;

/** All that stands beside one decision. */
async function readEvidence({ refundId, step: no }: Place): Promise<StepEvidence> {
  const of = { params: { path: { id: refundId } } };
  const [refund, notes, photos, timeline] = await Promise.all([
    answered(api.GET('/v1/refunds/{id}', of)),
    answered(api.GET('/v1/refunds/{id}/notes', of)),
    answered(api.GET('/v1/refunds/{id}/evidence', of)),
    answered(api.GET('/v1/refunds/{id}/timeline', of)),
  ]);
  const sale = await answered(api.GET('/v1/sales/{saleRef}', { params: { path: { saleRef: refund.saleRef } } }));
  const step = refund.approval.steps.find((one) => one.step === no);
  if (!step) throw new Error(`The refund has no step ${String(no)}`);
  return { refund, step, sale, notes: notes.items, photos: photos.items, timeline: timeline.items };
}

const queryOf = (place: Place) => ({
  queryKey: ['approvals', place.refundId, place.step] as const,
  queryFn: () => readEvidence(place),
});

export const useEvidence = (place: Place): UseQueryResult<StepEvidence, Problem> =>
  useQuery<StepEvidence, Problem>(queryOf(place));
/** Read before it is opened, so that the next item shows at once. */
export const prefetchEvidence = (queries: QueryClient, place: Place): void => void queries.prefetchQuery(queryOf(place));
