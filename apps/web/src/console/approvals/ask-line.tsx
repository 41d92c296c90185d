import { Radio, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ConfirmLine } from '../../parts/confirm-line';
import { ProblemLine } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import type { StepEvidence } from './evidence';

const ASKED_OF = ['requester', 'customer'] as const;
type Question = Readonly<{ askedOf: (typeof ASKED_OF)[number]; text: string }>;
const MOST_CHARACTERS = 2_000;

/** Asks for more before deciding. The step stays open, and the legal clock runs on. */
export function AskLine({
  evidence: { refund, step },
  onClose,
}: Readonly<{ evidence: StepEvidence; onClose: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  const queries = useQueryClient();
  const [askedOf, setAskedOf] = useState<Question['askedOf']>('requester');
  const [text, setText] = useState('');
  const asking = useAct(
    (question: Question, key) =>
      answered(
        api.POST('/v1/refunds/{id}/notes', {
          params: { path: { id: refund.id }, header: { 'Idempotency-Key': key } },
          body: { ...question, step: step.step },
        }),
      ),
    {
      onDone: () => {
        announce(t('told.asked'));
        void queries.invalidateQueries({ queryKey: ['approvals'] });
        onClose();
      },
    },
  );
  return (
    <>
      <ConfirmLine
        question={t('askQuestion')}
        confirm={t('ask')}
        tone="brand"
        busy={asking.isPending}
        isReady={text.trim() !== ''}
        onConfirm={() => asking.act({ askedOf, text: text.trim() })}
        onCancel={onClose}
      >
        <Radio.Group
          label={t('askOf')}
          value={askedOf}
          onChange={(value) => setAskedOf(ASKED_OF.find((one) => one === value) ?? 'requester')}
        >
          {ASKED_OF.map((one) => (
            <Radio key={one} value={one} label={t(`askedOf.${one}`)} mt={6} />
          ))}
        </Radio.Group>
        <Textarea
          label={t('askText')}
          dir="auto"
          rows={3}
          maxLength={MOST_CHARACTERS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </ConfirmLine>
      {asking.error && <ProblemLine problem={asking.error} />}
    </>
  );
}
