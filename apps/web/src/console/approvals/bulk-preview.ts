import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import type { InboxItem } from './inbox';

export type BulkPreview = Shape<'BulkPreview'>;
export type BulkAsk = Readonly<{ outcome: 'approve' | 'reject'; reasonCode?: string }>;

/** What deciding the chosen ones so would come to: the sum, and why not the others. Read anew whenever an approval changed. */
export function useBulkPreview(
  chosen: readonly InboxItem[],
  { outcome, reasonCode }: BulkAsk,
  enabled: boolean,
): UseQueryResult<BulkPreview, Problem> {
  const steps = chosen.map(({ refundId, step, snapshotHash }) => ({ refundId, step, snapshotHash }));
  const body = { outcome, ...(reasonCode && { reasonCode }), steps };
  return useQuery<BulkPreview, Problem>({
    queryKey: ['approvals', { preview: body }],
    queryFn: () => answered(api.POST('/v1/approvals/decisions/preview', { body })),
    enabled,
    placeholderData: keepPreviousData,
  });
}

type Step = Readonly<{ refundId: string; step: number; snapshotHash: string }>;
/** Of what is previewed, those that may be decided so, each bound to what was read. */
export function stepsIn(
  { items }: BulkPreview,
  chosen: readonly InboxItem[],
): readonly (Step & Pick<BulkPreview['items'][number], 'locale'>)[] {
  return items.flatMap(({ refundId, step, locale, reason }) => {
    const read = chosen.find((item) => item.refundId === refundId && item.step === step);
    return read && reason === null ? [{ refundId, step, snapshotHash: read.snapshotHash, locale }] : [];
  });
}
