import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Actor } from '../../parts/actor';
import { Quoted } from '../../parts/bdi';
import { ConfirmLine } from '../../parts/confirm-line';
import { useGatewayName } from '../../parts/gateway-name';
import { ProblemLine } from '../../parts/state-view';
import { Notice } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { Part } from '../../parts/two-sides';
import styles from '../../parts/two-sides.module.css';
import { useFocusBack } from '../../parts/use-focus-back';
import { announce } from '../../shell/announce';
import { useSwitching, type KillSwitch, type Operations, type Switched } from './operations';

type Chosen = Readonly<{ on: boolean; gateway: string | null }>;
const MOST_CHARACTERS = 2_000;

/** Stopping money takes one person and two clicks; letting it move again takes a second person. */
export function KillSwitches({
  of: { killSwitches, gateways, allowedActions },
}: Readonly<{ of: Operations }>): ReactNode {
  const { t } = useTranslation('operations');
  const nameOf = useGatewayName();
  const queries = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const mayStop = allowedActions.includes('stop');
  const mayLift = allowedActions.includes('propose_lift');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [told, setTold] = useState<Switched | null>(null);
  const [reason, setReason] = useState('');
  const switching = useSwitching((switched) => {
    setChosen(null);
    setReason('');
    setTold(switched);
    announce(t(`told.${switched.kind}`));
    for (const topic of ['operations', 'proposals']) void queries.invalidateQueries({ queryKey: [topic] });
  });
  useFocusBack(place, chosen !== null);
  const on = killSwitches.filter((one) => one.on);
  const isOn = (gateway: string | null): boolean => on.some((one) => one.of === 'merchant' && one.gateway === gateway);
  const choose = (one: Chosen): void => {
    setTold(null);
    setReason(one.on ? t('stopReason') : '');
    setChosen(one);
  };
  const close = (): void => {
    setChosen(null);
    switching.reset();
  };
  return (
    <Part level={2} title={t('stop')}>
      <div ref={place}>
        {on.length === 0 && <p>{t('allMove')}</p>}
        {on.map((one) => (
          <Stopped key={`${one.of} ${one.gateway ?? ''}`} of={one}>
            {mayLift && one.of === 'merchant' && one.proposalId === null && chosen === null && (
              <Button variant="default" onClick={() => choose({ on: false, gateway: one.gateway })}>
                {t('lift')}
              </Button>
            )}
          </Stopped>
        ))}
        {told && (
          <Notice tone="waiting" icon="IconCheck">
            {t(`told.${told.kind}`)}{' '}
            {told.kind === 'proposed' && <Link to={`/proposals/${told.proposalId}`}>{t('proposal')}</Link>}
          </Notice>
        )}
        {mayStop && chosen === null && (
          <div className={styles.buttons}>
            {!isOn(null) && (
              <Button color="danger" onClick={() => choose({ on: true, gateway: null })}>
                {t('stopAll')}
              </Button>
            )}
            {gateways
              .filter(({ name }) => !isOn(name))
              .map(({ name }) => (
                <Button key={name} color="danger" variant="outline" onClick={() => choose({ on: true, gateway: name })}>
                  {t('stopAt', { gateway: nameOf(name) })}
                </Button>
              ))}
          </div>
        )}
        {chosen && (
          <ConfirmLine
            question={t(questionOf(chosen), { gateway: nameOf(chosen.gateway ?? '') })}
            confirm={t(chosen.on ? 'stopNow' : 'propose')}
            tone={chosen.on ? 'danger' : 'brand'}
            level={chosen.on ? 1 : 2}
            busy={switching.isPending}
            isReady={reason.trim() !== ''}
            onConfirm={() => switching.act({ ...chosen, reason: reason.trim() })}
            onCancel={close}
          >
            <Textarea
              label={t('reason')}
              rows={2}
              maxLength={MOST_CHARACTERS}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </ConfirmLine>
        )}
        {switching.error && <ProblemLine problem={switching.error} />}
      </div>
    </Part>
  );
}

const questionOf = ({ on, gateway }: Chosen): string =>
  on ? (gateway === null ? 'stopAllQuestion' : 'stopAtQuestion') : 'liftQuestion';

function Stopped({ of, children }: Readonly<{ of: KillSwitch; children: ReactNode }>): ReactNode {
  const { t } = useTranslation('operations');
  const nameOf = useGatewayName();
  const { gateway, since, by, reason, proposalId } = of;
  return (
    <Notice tone="bad" icon="IconBan">
      <strong>{gateway === null ? t(`stopped.${of.of}`) : t('stopped.gateway', { gateway: nameOf(gateway) })}</strong>{' '}
      {by !== null && (
        <>
          · <Actor of={by} />
        </>
      )}{' '}
      {since !== null && (
        <>
          · <TimeShown at={since} exact />
        </>
      )}{' '}
      {reason !== null && (
        <>
          · <Quoted>{reason}</Quoted>
        </>
      )}{' '}
      {proposalId !== null && <Link to={`/proposals/${proposalId}`}>{t('liftProposed')}</Link>} {children}
    </Notice>
  );
}
