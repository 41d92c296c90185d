import { noop } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_NAMES } from '@zikui/domain/shown';
import { answered, api, type Shape } from '../../api/client';
import { usePaged } from '../../api/use-paged';
import { Bdi } from '../../parts/bdi';
import { ChoiceList } from '../../parts/choice-list';
import { Money } from '../../parts/money';
import { Panel } from '../../parts/panel';
import { Empty, StateView } from '../../parts/state-view';
import { StatusBadge } from '../../parts/status-badge';
import { TimeShown } from '../../parts/time-shown';
import { useTitle } from '../../shell/use-title';
import { useSaid } from '../../texts/use-locale';
import styles from './approvals.module.css';
import { EvidencePanel } from './evidence-panel';
import { keyOf } from './inbox';
import type { usePlace } from './use-place';
import { Views } from './views';

type DecidedStep = Shape<'DecidedStep'>;
const PAGE = 50;

const useDecided = () =>
  usePaged<DecidedStep>(['approvals', { list: 'decided' }], (after) =>
    answered(
      api.GET('/v1/approvals/decided', { params: { query: { limit: PAGE, ...(after !== null && { after }) } } }),
    ),
  );

/** What this person decided, newest first, and beside it what it was decided on. */
export function Decided({ opened, open }: ReturnType<typeof usePlace>): ReactNode {
  const { t } = useTranslation('approvals');
  const decided = useDecided();
  useTitle(t('decidedByMe'));
  const first = decided.data?.items[0];
  useEffect(() => {
    if (opened === null && first) open(first);
  }, [opened, first, open]);
  return (
    <div className={styles.desk}>
      <section className={styles.list} aria-label={t('decidedByMe')}>
        <h1>{t('decidedByMe')}</h1>
        <Views chosen="decided" />
        <StateView
          query={decided}
          rows={8}
          isEmpty={({ items }) => items.length === 0}
          empty={<Empty title={t('nothingDecided')} />}
        >
          {({ items }) => (
            <ChoiceList
              label={t('decidedByMe')}
              items={items}
              idOf={keyOf}
              open={opened && keyOf(opened)}
              onOpen={open}
              more={decided}
              row={(step) => <Row of={step} />}
            />
          )}
        </StateView>
      </section>
      <section className={styles.evidence} aria-label={t('evidence')}>
        {opened && (
          <Panel key={keyOf(opened)} rows={10}>
            <EvidencePanel place={opened} takesFocus={false} onDone={noop} onPutAside={noop} hasNext={false} />
          </Panel>
        )}
      </section>
    </div>
  );
}

function Row({ of }: Readonly<{ of: DecidedStep }>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  return (
    <>
      <span>
        <Money of={of.payout} strong /> <TimeShown at={of.decidedAt} />
      </span>
      <span>
        <span>
          {t(`row.${of.outcome}`)} · {said(REASON_NAMES[of.reason])}
        </span>
        <StatusBadge status={of.status} />
      </span>
      <span>
        <Bdi>{of.saleRef}</Bdi>
        {of.onBehalfOf !== null && (
          <span>
            {t('row.onBehalfOf')} <Bdi>{of.onBehalfOf}</Bdi>
          </span>
        )}
      </span>
    </>
  );
}
