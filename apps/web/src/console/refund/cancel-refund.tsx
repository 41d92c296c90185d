import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client';
import { useAct } from '../../api/use-act';
import { faultAt } from '../../api/problem';
import { Quoted } from '../../parts/bdi';
import { ConfirmLine } from '../../parts/confirm-line';
import { ConflictCard } from '../../parts/conflict-card';
import { Money } from '../../parts/money';
import { ProblemLine } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import { isUnknown } from './form-faults';
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
      answered(
        api.POST('/v1/refunds/{id}/cancellation', { params: { path, header: { 'Idempotency-Key': key } }, body }),
      ),
    {
      onDone: (answer) => {
        // A command that is recorded names its refund; the process carries it out once it can.
        announce(t('refundId' in answer ? 'cancel.recorded' : 'cancel.done'));
        void queries.invalidateQueries({ queryKey: ['refunds'] });
        onEnd();
      },
    },
  );
  if (error?.status === 409)
    return (
      <ConflictCard
        level={2}
        problem={error}
        onward={t('cancel.seen')}
        onOnward={() => {
          void queries.invalidateQueries({ queryKey: ['refunds', refund.id] });
          onEnd();
        }}
      >
        {note.trim() !== '' && (
          <>
            <p className="muted">{t('cancel.note')}</p>
            <p>
              <Quoted>{note}</Quoted>
            </p>
          </>
        )}
      </ConflictCard>
    );
  return (
    <ConfirmLine
      question={
        <>
          {t('cancel.question')} <Money of={refund.payout} />
        </>
      }
      confirm={t(isUnknown(error) ? 'checkWhat' : 'cancel.confirm')}
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
        error={faultAt(error, '/note')}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {error && <ProblemLine problem={error} />}
    </ConfirmLine>
  );
}
