import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Problem } from '../../api/problem';
import { useKeys } from '../../keys/use-keys';
import { Actor } from '../../parts/actor';
import { Bdi } from '../../parts/bdi';
import { ConflictCard } from '../../parts/conflict-card';
import { Icon } from '../../parts/icons';
import { Keys } from '../../parts/keys-shown';
import { Money, useMoney } from '../../parts/money';
import { ProblemLine } from '../../parts/state-view';
import { Notice } from '../../parts/status-badge';
import { useFocusBack } from '../../parts/use-focus-back';
import { useSaid } from '../../texts/use-locale';
import { announce } from '../../shell/announce';
import styles from './approvals.module.css';
import { ApproveLine } from './approve-line';
import { AskLine } from './ask-line';
import { useDecision, type Decided } from './decide';
import type { StepEvidence } from './evidence';
import { RejectLine } from './reject-line';
import { RemindLine } from './remind-line';

type Action = StepEvidence['actions'][number]['action'];
type Mode = 'approve' | 'reject' | 'ask' | 'remind';
type Props = Readonly<{
  evidence: StepEvidence;
  onDone: (commandId: string | null) => void;
  onPutAside: () => void;
  hasNext: boolean;
}>;

/** What may be done about the step. Whoever may not decide reads why in its place. */
export function VerdictBar({ evidence, onDone, onPutAside, hasNext }: Props): ReactNode {
  const { t } = useTranslation('approvals');
  const [mode, setMode] = useState<Mode | null>(null);
  // What was read when the line was opened: news must not change what is about to be sent.
  const [read, setRead] = useState<StepEvidence['refund'] | null>(null);
  const seen = read ?? evidence.refund;
  const bar = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const whole = `/refunds/${evidence.refund.id}`;
  const amount = useMoney();
  const may = (action: Action): boolean => evidence.actions.some((one) => one.action === action && one.allowed);
  const mayAsk = evidence.step.status === 'open' && may('comment');
  const mayDecide = evidence.step.status === 'open' && may('approve');
  const mayBegin: Readonly<Record<Mode, boolean>> = {
    ...{ approve: mayDecide, reject: mayDecide, ask: mayAsk, remind: mayDecide },
  };
  const onDecided = ({ commandId, outcome }: Decided): void => {
    announce(t(commandId === null ? `told.${outcome}` : 'told.pending', { amount: amount(seen.payout) }));
    onDone(commandId);
    void queries.invalidateQueries({ queryKey: ['approvals'] });
    void queries.invalidateQueries({ queryKey: ['refunds'] });
  };
  const decision = useDecision({ evidence: { ...evidence, refund: seen }, onDecided });
  const choose = (next: Mode) => (): void => {
    // The list moved on, and this is not what it says any more.
    if (bar.current?.closest('[inert]') || !mayBegin[next]) return;
    setRead(evidence.refund);
    setMode(next);
  };
  useKeys([
    { code: 'KeyA', label: t('key.approve'), act: choose('approve') },
    { code: 'KeyR', label: t('key.reject'), act: choose('reject') },
    { code: 'KeyN', label: t('key.ask'), act: choose('ask') },
    { code: 'KeyS', label: t('remind'), act: choose('remind') },
    { code: 'KeyO', label: t('whole'), act: () => void navigate({ to: whole }) },
  ]);
  const close = (): void => {
    setMode(null);
    setRead(null);
    decision.reset();
  };
  useFocusBack(bar, mode !== null);
  const problem = decision.error;
  const conflict = problem?.status === 409 ? problem : null;
  // What was typed stays where it can still be sent.
  const isOver = conflict !== null && conflict.code !== 'snapshot_changed';

  return (
    <div ref={bar} className={styles.verdict}>
      {mode === null && !mayDecide && !conflict && <WhyNot evidence={evidence} />}
      {mode === null && (
        <div className={styles.buttons}>
          {mayDecide && (
            <>
              <Button color="approve" aria-keyshortcuts="A" onClick={choose('approve')}>
                {t('approve', { amount: amount(evidence.refund.payout) })} <Keys of={['A']} />
              </Button>
              <Button color="danger" variant="outline" aria-keyshortcuts="R" onClick={choose('reject')}>
                {t('reject')} <Keys of={['R']} />
              </Button>
            </>
          )}
          {mayAsk && (
            <Button variant="default" aria-keyshortcuts="N" onClick={choose('ask')}>
              {t('ask')} <Keys of={['N']} />
            </Button>
          )}
          {mayDecide && (
            <Button variant="default" aria-keyshortcuts="S" onClick={choose('remind')}>
              {t('remind')} <Keys of={['S']} />
            </Button>
          )}
          <Link className={styles.whole} to={whole} aria-keyshortcuts="O">
            <Icon name="IconFileText" /> {t('whole')} <Keys of={['O']} />
          </Link>
        </div>
      )}
      {conflict && (
        <Conflict
          problem={conflict}
          before={seen}
          now={evidence.refund}
          hasNext={hasNext}
          onNext={() => {
            close();
            onDone(null);
            void queries.invalidateQueries({ queryKey: ['approvals'] });
          }}
          onAgain={async () => {
            await queries.invalidateQueries({ queryKey: ['approvals', evidence.refund.id] });
            decision.reset();
            setRead(null);
            // A refusal keeps its text; an approval is looked at and begun anew.
            if (mode === 'approve') setMode(null);
          }}
        />
      )}
      {mode === 'approve' && !isOver && <ApproveLine refund={seen} decision={decision} onCancel={close} />}
      {mode === 'reject' && !isOver && <RejectLine evidence={evidence} decision={decision} onCancel={close} />}
      {mode === 'ask' && <AskLine evidence={evidence} onClose={close} />}
      {mode === 'remind' && <RemindLine evidence={evidence} onDone={onPutAside} onClose={close} />}
      {problem && !conflict && <ProblemLine problem={problem} />}
    </div>
  );
}

/** Why this person does not decide, as the server says, and who can. */
function WhyNot({ evidence: { refund, step, actions, others } }: Pick<Props, 'evidence'>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const isOpen = refund.status === 'awaiting_approval' && step.status === 'open';
  const reason = actions.find(({ action }) => action === 'approve')?.reason ?? null;
  return (
    <Notice tone={isOpen ? 'waiting' : 'neutral'} icon="IconUsers">
      <p>{!isOpen ? t('why.closed') : reason?.code === 'self_approval' ? t('why.fourEyes') : reason && said(reason)}</p>
      {isOpen && others.length > 0 && (
        <p>
          {t('why.others')}{' '}
          {others.map((person, index) => (
            <Fragment key={person}>
              {index > 0 && ', '}
              <Bdi>{person}</Bdi>
            </Fragment>
          ))}
        </p>
      )}
    </Notice>
  );
}

function Conflict({
  problem,
  before,
  now,
  hasNext,
  onNext,
  onAgain,
}: Readonly<{
  problem: Problem;
  before: StepEvidence['refund'];
  now: StepEvidence['refund'];
  hasNext: boolean;
  onNext: () => void;
  onAgain: () => Promise<void>;
}>): ReactNode {
  const { t } = useTranslation('approvals');
  if (problem.code !== 'snapshot_changed')
    return (
      <ConflictCard problem={problem} onward={t(hasNext ? 'conflict.next' : 'conflict.close')} onOnward={onNext}>
        {typeof problem.values['decidedBy'] === 'string' && (
          <p>
            {t(problem.values['outcome'] === 'reject' ? 'decided.reject' : 'decided.approve')}{' '}
            <Actor of={problem.values['decidedBy']} /> · {t('conflict.notYours')}
          </p>
        )}
      </ConflictCard>
    );
  return (
    <ConflictCard problem={problem} onward={t('conflict.look')} onOnward={() => void onAgain()}>
      {before.payout.amount !== now.payout.amount && (
        <p>
          {t('conflict.before')} <Money of={before.payout} /> · {t('conflict.now')} <Money of={now.payout} strong />
        </p>
      )}
    </ConflictCard>
  );
}
