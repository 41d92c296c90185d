import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answeredWithStatus, api } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ConfirmLine } from '../../parts/confirm-line';
import { ConflictCard } from '../../parts/conflict-card';
import { Money } from '../../parts/money';
import { ProblemLine } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import type { RefundDetail } from './refund-queries';

const MOST_NOTE = 2_000;

/** Takes the request back, after what that means was said. */
export function CancelRefund({ refund, onEnd }: Readonly<{ refund: RefundDetail; onEnd: () => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const path = { id: refund.id };
  const { act, isPending, error } = useAct(
    (body: Readonly<{ note?: string }>, key) =>
      answeredWithStatus(
        api.POST('/v1/refunds/{id}/cancellation', { params: { path, header: { 'Idempotency-Key': key } }, body }),
      ),
    {
      onDone: ({ status }) => {
        announce(t(status === 202 ? 'cancel.recorded' : 'cancel.done'));
        void queries.invalidateQueries({ queryKey: ['refunds'] });
        onEnd();
      },
    },
  );
  if (error?.status === 409)
    return (
      <ConflictCard
        problem={error}
        onward={t('cancel.seen')}
        onOnward={() => {
          void queries.invalidateQueries({ queryKey: ['refunds', refund.id] });
          onEnd();
        }}
      />
    );
  return (
    <ConfirmLine
      question={
        <>
          {t('cancel.question')} <Money of={refund.payout} />
        </>
      }
      confirm={t('cancel.confirm')}
      tone="danger"
      busy={isPending}
      onConfirm={() => act(note.trim() === '' ? {} : { note: note.trim() })}
      onCancel={onEnd}
    >
      <Textarea
        label={t('cancel.note')}
        value={note}
        maxLength={MOST_NOTE}
        autosize={false}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {error && <ProblemLine problem={error} />}
    </ConfirmLine>
  );
}
