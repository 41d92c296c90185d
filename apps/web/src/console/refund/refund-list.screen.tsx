import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain/shown';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me';
import { useKeys } from '../../keys/use-keys';
import { Empty, StateView } from '../../parts/state-view';
import { useTitle } from '../../shell/use-title';
import { ListTools, shownColumns } from './list-tools';
import { RefundCount } from './refund-count';
import { RefundFilters } from './refund-filters';
import { useRefunds, type ListFilter } from './refund-queries';
import { RefundTable } from './refund-table';
import styles from './refund.module.css';
import { SavedViews } from './saved-views';

const isStatus = (text: unknown): text is RefundStatus => REFUND_STATUSES.some((status) => status === text);

/** What the address says; whatever it should not say is left out. */
function filterIn({
  status,
  q,
  customer,
  from,
  sort,
  columns,
  after,
}: Readonly<Record<string, string | undefined>>): ListFilter {
  return {
    ...(isStatus(status) && { status }),
    ...(q && { q }),
    ...(customer && { customer }),
    ...(from !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(from) && { from }),
    ...(sort === 'payBy' && { sort }),
    ...(columns && { columns }),
    ...(after && { after }),
  };
}

/** All refunds, narrowed by what the address says. */
export function Screen(): ReactNode {
  const { t } = useTranslation('refund');
  useTitle(t('list.title'));
  const may = useMay();
  const navigate = useNavigate();
  const filter = filterIn(useSearch({ strict: false }));
  const query = useRefunds(filter);
  const [chosen, setChosen] = useState(0);
  const order = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const items = query.data?.items ?? [];
  const at = Math.min(chosen, Math.max(0, items.length - 1));
  const go = (next: ListFilter): void => {
    setChosen(0);
    void navigate({ to: '/refunds', search: { ...next } });
  };
  const open = (): void => {
    const refund = items[at];
    if (refund) void navigate({ to: `/refunds/${refund.id}` });
  };
  const step = (by: 1 | -1): void => {
    setChosen(Math.max(0, Math.min(items.length - 1, at + by)));
    // From here on Enter opens the chosen one.
    rows.current?.focus({ preventScroll: true });
  };
  useKeys([
    { code: 'KeyJ', label: t('list.next'), act: () => step(1) },
    { code: 'ArrowDown', label: t('list.next'), act: () => step(1) },
    { code: 'KeyK', label: t('list.previous'), act: () => step(-1) },
    { code: 'ArrowUp', label: t('list.previous'), act: () => step(-1) },
    { code: 'KeyO', label: t('list.open'), act: open },
    { code: 'Slash', label: t('list.order'), act: () => order.current?.focus() },
  ]);
  const next = query.data?.next ?? null;
  return (
    <>
      <div className={styles.head}>
        <h1>{t('list.title')}</h1>
        {may('refund.create') && (
          <Button component={Link} to="/refunds/new">
            {t('new.title')}
          </Button>
        )}
      </div>
      <SavedViews filter={filter} />
      <RefundFilters key={filter.q ?? ''} filter={filter} order={order} onChange={go} />
      <RefundCount filter={filter} />
      <ListTools filter={filter} onChange={go} />
      <StateView
        query={query}
        rows={10}
        isEmpty={(page) => page.items.length === 0}
        empty={
          <Empty title={t('list.empty')}>
            <p>{t('list.emptyHint')}</p>
            {filter.q && may('refund.create') && (
              <Button component={Link} to={`/refunds/new?sale=${encodeURIComponent(filter.q)}`}>
                {t('new.title')}
              </Button>
            )}
            <Button variant="default" onClick={() => go({})}>
              {t('list.clear')}
            </Button>
          </Empty>
        }
      >
        {(page) => (
          <RefundTable
            box={rows}
            refunds={page.items}
            columns={shownColumns(filter)}
            chosen={at}
            onChoose={setChosen}
            onOpen={open}
          />
        )}
      </StateView>
      <nav className={styles.pages} aria-label={t('list.pages')}>
        {filter.after !== undefined && (
          <Button variant="default" onClick={() => go({ ...filter, after: '' })}>
            {t('list.first')}
          </Button>
        )}
        {next !== null && (
          <Button variant="default" onClick={() => go({ ...filter, after: next })}>
            {t('list.more')}
          </Button>
        )}
      </nav>
    </>
  );
}
