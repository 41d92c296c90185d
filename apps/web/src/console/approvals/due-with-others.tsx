import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ROLE_NAMES } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { Bdi } from '../../parts/bdi';
import { Money } from '../../parts/money';
import { StateView } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { usePolling } from '../../shell/live';
import { useSaid } from '../../texts/use-locale';
import styles from './approvals.module.css';
import { keyOf } from './inbox';

type DueList = Shape<'DueWithOthersList'>;

/** Under an empty inbox: what others have to decide before the day ends, each opened by its link. */
export function DueWithOthers(): ReactNode {
  const { t } = useTranslation('approvals');
  const refetchInterval = usePolling();
  const due = useQuery<DueList, Problem>({
    queryKey: ['approvals', { list: 'due' }],
    queryFn: () => answered(api.GET('/v1/approvals/due')),
    refetchInterval,
  });
  return (
    <StateView query={due} rows={2} isEmpty={({ items }) => items.length === 0} empty={<p>{t('others.none')}</p>}>
      {({ items, more }) => (
        <>
          <h3>{t('others.title')}</h3>
          <ul className={styles.others}>
            {items.map((item) => (
              <Item key={keyOf(item)} of={item} />
            ))}
          </ul>
          {more && <p className="muted">{t('others.more')}</p>}
        </>
      )}
    </StateView>
  );
}

function Item({ of }: Readonly<{ of: DueList['items'][number] }>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const role = (of.escalatedTo ?? of.role) as keyof typeof ROLE_NAMES;
  return (
    <li>
      <Link to={`/approvals/${keyOf(of)}`}>
        <Money of={of.payout} strong /> · <Bdi>{of.customerRef}</Bdi>
      </Link>
      <span className="muted">
        {of.assignedTo === null ? t('others.with', { role: said(ROLE_NAMES[role]) }) : <Bdi>{of.assignedTo}</Bdi>}
        {of.dueAt !== null && (
          <>
            {' '}
            · <TimeShown at={of.dueAt} />
          </>
        )}
      </span>
    </li>
  );
}
