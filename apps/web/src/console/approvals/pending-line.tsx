import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { IdChip } from '../../parts/id-chip';
import { Notice } from '../../parts/status-badge';

/** A decision that is recorded and not yet carried out. */
export type Pending = Readonly<{ refundId: string; step: number; commandId: string }>;
const ASK_EVERY_MS = 3_000;

/** Follows a recorded decision until it was carried out or refused. Nobody decides it a second time meanwhile. */
export function PendingLine({
  of,
  onSettled,
}: Readonly<{ of: Pending; onSettled: (of: Pending, isRefused: boolean) => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  const queries = useQueryClient();
  const { data } = useQuery<Shape<'Command'>, Problem>({
    queryKey: ['refunds', of.refundId, 'commands', of.commandId],
    queryFn: () =>
      answered(
        api.GET('/v1/refunds/{id}/commands/{commandId}', {
          params: { path: { id: of.refundId, commandId: of.commandId } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'pending' ? ASK_EVERY_MS : false),
  });
  const state = data?.state ?? 'pending';
  useEffect(() => {
    if (state !== 'done') return;
    onSettled(of, false);
    void queries.invalidateQueries({ queryKey: ['approvals'] });
  }, [state, of, onSettled, queries]);
  if (state === 'refused')
    return (
      <Notice tone="attention" icon="IconAlertTriangle">
        <IdChip id={of.refundId} /> {data?.problem?.detail} {t('conflict.notYours')}{' '}
        <Button variant="default" onClick={() => onSettled(of, true)}>
          {t('conflict.close')}
        </Button>
      </Notice>
    );
  return (
    <Notice tone="moving" icon="IconClock">
      {t('told.pending')} <IdChip id={of.refundId} />
    </Notice>
  );
}
