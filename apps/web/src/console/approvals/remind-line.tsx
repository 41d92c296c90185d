import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { tellTabs } from '../../api/stream';
import { useAct } from '../../api/use-act';
import { Keys } from '../../parts/keys-shown';
import parts from '../../parts/parts.module.css';
import { ProblemLine, StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { announce } from '../../shell/announce';
import styles from './approvals.module.css';
import type { StepEvidence } from './evidence';

type Reminder = Shape<'StepReminder'>;

/** Puts the step aside for a while. The step stays open, its deadline and the legal clock run on; the times that are offered are the server's. */
export function RemindLine({
  evidence: { refund, step },
  onDone,
  onClose,
}: Readonly<{ evidence: StepEvidence; onDone: () => void; onClose: () => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  const queries = useQueryClient();
  const path = { id: refund.id, step: step.step };
  const query = useQuery<Reminder, Problem>({
    queryKey: ['approvals', refund.id, { reminder: step.step }],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/steps/{step}/reminder', { params: { path } })),
    staleTime: 0,
  });
  const { act, isPending, error } = useAct(
    async (at: string | null): Promise<void> => {
      const call = '/v1/refunds/{id}/steps/{step}/reminder';
      if (at === null) await answered(api.DELETE(call, { params: { path } }));
      else await answered(api.PUT(call, { params: { path }, body: { at } }));
    },
    {
      onDone: (_, at) => {
        announce(t(at === null ? 'told.takenBack' : 'told.reminded'));
        tellTabs('approvals', refund.id);
        if (at === null) {
          void queries.invalidateQueries({ queryKey: ['approvals'] });
          onClose();
        } else onDone();
      },
    },
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isPending) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div role="group" aria-label={t('remind')} className={parts.confirm} onKeyDown={onKeyDown}>
      <div className={parts.question}>{t('remindQuestion')}</div>
      <StateView query={query} rows={1}>
        {(reminder) => <Choices reminder={reminder} isPending={isPending} onChoose={act} />}
      </StateView>
      {error && <ProblemLine problem={error} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose} disabled={isPending}>
          {t('remindNot')} <Keys of={['Esc']} />
        </Button>
      </div>
    </div>
  );
}

function Choices({
  reminder: { choices, remindAt },
  isPending,
  onChoose,
}: Readonly<{ reminder: Reminder; isPending: boolean; onChoose: (at: string | null) => void }>): ReactNode {
  const { t } = useTranslation('approvals');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={box} className={styles.buttons}>
      {choices.map(({ code, at }) => (
        <Button
          key={code}
          variant="default"
          aria-disabled={isPending}
          data-off={isPending || undefined}
          onClick={() => onChoose(at)}
        >
          {t(`remindIn.${code}`)}
          <span className={styles.remindAt}>
            <TimeShown at={at} exact />
          </span>
        </Button>
      ))}
      {choices.length === 0 && <p className="muted">{t('remindTooLate')}</p>}
      {remindAt !== null && (
        <Button variant="default" aria-disabled={isPending} onClick={() => onChoose(null)}>
          {t('takeBack')}
        </Button>
      )}
    </div>
  );
}
