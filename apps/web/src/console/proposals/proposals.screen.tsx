import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Actor } from '../../parts/actor';
import { ChoiceList } from '../../parts/choice-list';
import { shortId } from '../../parts/id-chip';
import { Panel } from '../../parts/panel';
import { Empty, StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { TwoSides } from '../../parts/two-sides';
import { useTitle } from '../../shell/use-title';
import { ProposalPanel } from './proposal-panel';
import { useActName } from './act-name';
import { useProposals, type Proposal } from './proposals';

/** What others proposed and a second person has to confirm: the evidence stands beside the decision. */
export function Screen(): ReactNode {
  const { t } = useTranslation('proposals');
  const proposals = useProposals();
  const { proposal = null }: Readonly<Record<string, string | null | undefined>> = useParams({ strict: false });
  const navigate = useNavigate();
  useTitle(t('title'));
  const first = proposals.data?.items[0]?.id;
  useEffect(() => {
    if (proposal === null && first !== undefined) void navigate({ to: `/proposals/${first}`, replace: true });
  }, [proposal, first, navigate]);
  return (
    <TwoSides
      title={t('title')}
      about={t('open')}
      list={
        <StateView
          query={proposals}
          rows={6}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <Empty title={t('empty')}>
              <p>{t('emptyWhy')}</p>
            </Empty>
          }
        >
          {({ items }) => (
            <ChoiceList
              label={t('title')}
              items={items}
              idOf={({ id }) => id}
              open={proposal}
              onOpen={({ id }) => void navigate({ to: `/proposals/${id}`, replace: true, resetScroll: false })}
              more={proposals}
              row={(one) => <Row proposal={one} />}
            />
          )}
        </StateView>
      }
    >
      {proposal !== null && (
        <Panel key={proposal} rows={10}>
          <ProposalPanel id={proposal} />
        </Panel>
      )}
    </TwoSides>
  );
}

function Row({ proposal }: Readonly<{ proposal: Proposal }>): ReactNode {
  const { t } = useTranslation('proposals');
  const name = useActName();
  return (
    <>
      <span>
        <strong>{name(proposal)}</strong> <TimeShown at={proposal.createdAt} />
      </span>
      <span>
        <span>
          {t('by')} <Actor of={proposal.proposedBy} />
        </span>
        {proposal.refundId !== null && <bdi dir="ltr">{shortId(proposal.refundId)}</bdi>}
      </span>
    </>
  );
}
