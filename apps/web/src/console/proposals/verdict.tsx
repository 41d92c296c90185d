import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me';
import { useKeys } from '../../keys/use-keys';
import { ConfirmLine } from '../../parts/confirm-line';
import { ConflictCard } from '../../parts/conflict-card';
import { Keys } from '../../parts/keys-shown';
import { ProblemLine } from '../../parts/state-view';
import { Notice } from '../../parts/status-badge';
import styles from '../../parts/two-sides.module.css';
import { useFocusBack } from '../../parts/use-focus-back';
import { announce } from '../../shell/announce';
import { useActName } from './act-name';
import { useProposalDecision, type Decided, type Outcome, type Proposal } from './proposals';

const MOST_CHARACTERS = 2_000;
const ABOUT = ['proposals', 'reviews', 'refunds', 'operations'];

/** Confirm or reject, whichever the API allows. Whoever may not confirm reads why: the proposer may only take it back. */
export function Verdict({ proposal }: Readonly<{ proposal: Proposal }>): ReactNode {
  const { t } = useTranslation('proposals');
  const queries = useQueryClient();
  const name = useActName();
  const place = useRef<HTMLDivElement>(null);
  const [mode, setMode] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [told, setTold] = useState<Decided | null>(null);
  useFocusBack(place, mode !== null);
  const readAgain = (): void => {
    for (const topic of ABOUT) void queries.invalidateQueries({ queryKey: [topic] });
  };
  const decision = useProposalDecision(proposal, (decided) => {
    setMode(null);
    setTold(decided);
    announce(t(`told.${decided}`));
    readAgain();
  });
  const choose = (outcome: Outcome) => (): void => {
    if (proposal.allowedActions.includes(outcome)) setMode(outcome);
  };
  useKeys([
    { code: 'KeyA', label: t('confirm'), act: choose('confirm') },
    { code: 'KeyR', label: t('reject'), act: choose('reject') },
  ]);
  const close = (): void => {
    setMode(null);
    decision.reset();
  };
  const problem = decision.error;
  if (problem?.status === 409)
    return (
      <ConflictCard
        problem={problem}
        onward={t('conflict')}
        onOnward={() => {
          close();
          readAgain();
        }}
      />
    );
  return (
    <div ref={place}>
      {told !== null && (
        <Notice tone="moving" icon="IconCheck">
          {t(`told.${told}`)}
        </Notice>
      )}
      {mode === null && told === null && !proposal.allowedActions.includes('confirm') && <WhyNot proposal={proposal} />}
      {mode === null && told === null && proposal.allowedActions.length > 0 && (
        <div className={styles.buttons}>
          {proposal.allowedActions.includes('confirm') && (
            <Button color="approve" aria-keyshortcuts="A" onClick={choose('confirm')}>
              {t('confirm')} <Keys of={['A']} />
            </Button>
          )}
          {proposal.allowedActions.includes('reject') && (
            <Button color="danger" variant="outline" aria-keyshortcuts="R" onClick={choose('reject')}>
              {t('reject')} <Keys of={['R']} />
            </Button>
          )}
        </div>
      )}
      {mode !== null && (
        <ConfirmLine
          question={t(`${mode}Question`, { act: name(proposal) })}
          confirm={t(mode)}
          tone={mode === 'confirm' ? 'approve' : 'danger'}
          level={mode === 'confirm' ? 2 : 1}
          busy={decision.isPending}
          isReady={mode === 'confirm' || note.trim() !== ''}
          onConfirm={() => decision.act({ outcome: mode, note: note.trim() })}
          onCancel={close}
        >
          <Textarea
            label={t(mode === 'confirm' ? 'noteIfAny' : 'note')}
            rows={2}
            maxLength={MOST_CHARACTERS}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </ConfirmLine>
      )}
      {problem && <ProblemLine problem={problem} />}
    </div>
  );
}

function WhyNot({ proposal }: Readonly<{ proposal: Proposal }>): ReactNode {
  const { t } = useTranslation('proposals');
  const { data: me } = useMe();
  const isOwn = me !== undefined && proposal.proposedBy === `staff:${me.person}`;
  const why = proposal.status !== 'open' ? 'closed' : isOwn ? 'own' : 'others';
  return (
    <Notice tone={why === 'closed' ? 'neutral' : 'waiting'} icon="IconUsers">
      {t(`why.${why}`)}
    </Notice>
  );
}
