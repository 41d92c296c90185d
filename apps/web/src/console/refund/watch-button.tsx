import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client';
import { useAct } from '../../api/use-act';
import { Icon } from '../../parts/icons';
import type { RefundDetail } from './refund-queries';

/** Follows a refund, or no more: the first page tells what becomes of it. */
export function WatchButton({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const queries = useQueryClient();
  const call = { params: { path: { id: refund.id } } };
  const { act, isPending } = useAct(
    (watch: boolean) =>
      answered(watch ? api.PUT('/v1/refunds/{id}/watch', call) : api.DELETE('/v1/refunds/{id}/watch', call)),
    { onDone: () => void queries.invalidateQueries({ queryKey: ['refunds', refund.id] }) },
  );
  if (refund.watched === null) return null;
  return (
    <Button
      variant="default"
      aria-pressed={refund.watched}
      aria-disabled={isPending}
      leftSection={<Icon name={refund.watched ? 'IconCheck' : 'IconEye'} size={16} />}
      onClick={() => act(refund.watched !== true)}
    >
      {t('head.watch')}
    </Button>
  );
}
