import { Button } from '@mantine/core';
import { columnsOf, REFUND_COLUMNS, USUAL_COLUMNS, type RefundColumn } from '@zikui/domain/shown';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me';
import { useLocale } from '../../texts/use-locale';
import { exportQueryOf, useRefundCount, type ListFilter } from './refund-queries';
import styles from './refund.module.css';
import listStyles from './refund-list.module.css';

type Tool = 'columns' | 'export';

/** What the list shows of each refund, and the way to take it out of the house. */
export function ListTools({
  filter,
  onChange,
}: Readonly<{ filter: ListFilter; onChange: (filter: ListFilter) => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const may = useMay();
  const [open, setOpen] = useState<Tool | null>(null);
  const box = useRef<HTMLElement>(null);
  const tools: readonly Tool[] = may('refund.export') ? ['columns', 'export'] : ['columns'];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || open === null) return;
    event.stopPropagation();
    setOpen(null);
    box.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
  };
  return (
    <section ref={box} aria-label={t('tools.title')} onKeyDown={onKeyDown}>
      <div className={listStyles.views}>
        {tools.map((tool) => (
          <Button
            key={tool}
            variant="default"
            size="compact-md"
            aria-expanded={open === tool}
            onClick={() => setOpen(open === tool ? null : tool)}
          >
            {t(`tools.${tool}`)}
          </Button>
        ))}
      </div>
      {open === 'columns' && <Columns filter={filter} onChange={onChange} />}
      {open === 'export' && <Export filter={filter} />}
    </section>
  );
}

/** The refund itself always stands first; of the others one stays at least. */
function Columns({
  filter,
  onChange,
}: Readonly<{ filter: ListFilter; onChange: (filter: ListFilter) => void }>): ReactNode {
  const { t } = useTranslation('refund');
  const shown = shownColumns(filter);
  const choose = (columns: readonly RefundColumn[]): void => {
    const { columns: _before, ...kept } = filter;
    const isUsual = columns.join() === USUAL_COLUMNS.join();
    onChange(isUsual ? kept : { ...kept, columns: columns.filter((name) => name !== 'refund').join() });
  };
  const toggle = (name: RefundColumn): void =>
    choose(columnsOf(shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name]));
  return (
    <fieldset className={listStyles.columns}>
      <legend>{t('tools.columnsShown')}</legend>
      {REFUND_COLUMNS.filter((name) => name !== 'refund').map((name) => (
        <label key={name} className={styles.check}>
          <input
            type="checkbox"
            checked={shown.includes(name)}
            disabled={shown.length === 2 && shown.includes(name)}
            onChange={() => toggle(name)}
          />
          {t(`column.${name}`)}
        </label>
      ))}
      <Button variant="subtle" onClick={() => choose(USUAL_COLUMNS)}>
        {t('tools.usual')}
      </Button>
    </fieldset>
  );
}

/** Says what will be in the file before it is taken, and what will not. */
function Export({ filter }: Readonly<{ filter: ListFilter }>): ReactNode {
  const { t } = useTranslation('refund');
  const locale = useLocale();
  const { data } = useRefundCount(filter);
  const shown = new Intl.NumberFormat(locale).format(data?.count ?? 0);
  const query = exportQueryOf(filter, { columns: shownColumns(filter), locale });
  return (
    <div className={listStyles.export}>
      <p>{t('tools.exportWhat')}</p>
      {data?.more === true && <p role="status">{t('tools.exportMore', { shown })}</p>}
      <Button component="a" href={`/v1/refunds/export?${query}`} download>
        {t('tools.download')}
      </Button>
    </div>
  );
}

/** What the address says of the columns. */
export const shownColumns = ({ columns = '' }: ListFilter): readonly RefundColumn[] => columnsOf(columns.split(','));
