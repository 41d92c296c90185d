import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RESOLUTION_RULES } from '@zikui/domain/shown';
import { useMay } from '../../api/me';
import { Notice } from '../../parts/status-badge';
import styles from '../../parts/two-sides.module.css';
import { useFocusBack } from '../../parts/use-focus-back';
import { announce } from '../../shell/announce';
import { AskGateway } from './ask-gateway';
import { ResolveLine, type Resolved } from './resolve-line';
import type { Action, Review } from './reviews';

type Act = Exclude<Action, 'look_up'>;
type Chosen = Readonly<{
  action: Act;
  transfer: string | null;
  /** Name of the text that says what it will do. */ does: Act | 'retryUnknown';
}>;

/** Exactly what the API allows about this refund now, for whoever may do it; else why not. */
export function Acts({ review }: Readonly<{ review: Review }>): ReactNode {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const mayResolve = useMay()('review.resolve');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [told, setTold] = useState<Resolved | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useFocusBack(place, chosen !== null);
  const onDone = (resolved: Resolved): void => {
    setChosen(null);
    setTold(resolved);
    announce(t(`told.${resolved.kind}`));
    for (const topic of ['reviews', 'proposals', 'refunds']) void queries.invalidateQueries({ queryKey: [topic] });
  };
  if (!mayResolve)
    return (
      <Notice tone="neutral" icon="IconShieldLock">
        {t('mayNot')}
      </Notice>
    );
  const choose = (one: Chosen): void => {
    setTold(null);
    setChosen(one);
  };
  const askable = review.transfers.filter(({ allowedActions }) => allowedActions.includes('look_up'));
  const choices = choicesOf(review);
  return (
    <div ref={place}>
      {told && (
        <Notice tone={told.kind === 'proposed' ? 'waiting' : 'moving'} icon="IconCheck">
          {t(`told.${told.kind}`)}{' '}
          {told.kind === 'proposed' && <Link to={`/proposals/${told.proposalId}`}>{t('proposal')}</Link>}
        </Notice>
      )}
      {chosen === null ? (
        <>
          {askable.map((transfer, index) => (
            <AskGateway
              key={transfer.id}
              refundId={review.refundId}
              transfer={transfer}
              hasKey={index === 0}
              many={askable.length > 1}
            />
          ))}
          <ul className={styles.choicesOfAct}>
            {choices.map((one) => (
              <Choice key={keyOf(one)} of={one} label={labelOf(one)} onChoose={() => choose(one)} />
            ))}
          </ul>
          {askable.length === 0 && choices.length === 0 && <p>{t('noAct')}</p>}
        </>
      ) : (
        <ResolveLine
          key={keyOf(chosen)}
          refundId={review.refundId}
          {...chosen}
          onDone={onDone}
          onCancel={() => setChosen(null)}
        />
      )}
    </div>
  );

  function labelOf({ action, transfer }: Chosen): string {
    const no = review.transfers.find(({ id }) => id === transfer)?.no;
    const name = t(`action.${action}`);
    return no === undefined || review.transfers.length < 2 ? name : t('actionOf', { action: name, number: String(no) });
  }
}

const keyOf = ({ action, transfer }: Chosen): string => `${action} ${transfer ?? ''}`;

/** A way on, and what it will do. */
function Choice({
  of: { action, does },
  label,
  onChoose,
}: Readonly<{ of: Chosen; label: string; onChoose: () => void }>): ReactNode {
  const { t } = useTranslation('desk');
  const about = useId();
  return (
    <li>
      <Button variant="default" aria-describedby={about} onClick={onChoose}>
        {label}
      </Button>
      <span id={about} className="muted">
        {t(`does.${does}`)} {RESOLUTION_RULES[action].secondPerson && t('twoPersons')}
      </span>
    </li>
  );
}

function choicesOf(review: Review): readonly Chosen[] {
  const isChoice = (action: Action): action is Chosen['action'] => action !== 'look_up';
  return [
    ...review.transfers.flatMap(({ id, status, allowedActions }) =>
      allowedActions.filter(isChoice).map((action) => ({
        action,
        transfer: id,
        // What is in doubt keeps its key: it may have moved the money already.
        does: action === 'retry' && status === 'in_doubt' ? ('retryUnknown' as const) : action,
      })),
    ),
    ...review.allowedActions.filter(isChoice).map((action) => ({ action, transfer: null, does: action })),
  ];
}
