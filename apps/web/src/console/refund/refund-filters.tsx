import { NativeSelect, TextInput } from '@mantine/core';
import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain/shown';
import { useState, type SyntheticEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/icons';
import type { ListFilter } from './refund-queries';
import styles from './refund.module.css';
import listStyles from './refund-list.module.css';

/** Fields that narrow the list, and a chip for each that does: one click takes it away. */
export function RefundFilters({
  filter,
  order,
  onChange,
}: Readonly<{
  filter: ListFilter;
  order: RefObject<HTMLInputElement | null>;
  onChange: (filter: ListFilter) => void;
}>): ReactNode {
  const { t } = useTranslation('refund');
  const { t: parts } = useTranslation('parts');
  const [typed, setTyped] = useState(filter.q ?? '');
  const { after: _place, ...kept } = filter;
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    onChange({ ...kept, q: typed.trim() });
  };
  const statuses = REFUND_STATUSES.map((status) => ({ value: status, label: parts(`refundStatus.${status}`) }));
  const chips: readonly (readonly [keyof ListFilter, string])[] = [
    ...(filter.status ? [['status', parts(`refundStatus.${filter.status}`)] as const] : []),
    ...(filter.q ? [['q', t('list.chip.order', { order: filter.q })] as const] : []),
    ...(filter.customer ? [['customer', t('list.chip.customer', { customer: filter.customer })] as const] : []),
    ...(filter.from ? [['from', t('list.chip.from', { date: filter.from })] as const] : []),
  ];
  return (
    <>
      <form className={styles.filters} role="search" aria-label={t('list.filters')} onSubmit={send}>
        <TextInput
          ref={order}
          label={t('list.order')}
          value={typed}
          dir="ltr"
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <NativeSelect
          label={t('list.status')}
          value={filter.status ?? ''}
          data={[{ value: '', label: t('list.any') }, ...statuses]}
          onChange={({ currentTarget }) => {
            const { status: _before, ...rest } = kept;
            onChange({ ...rest, ...(currentTarget.value !== '' && { status: currentTarget.value as RefundStatus }) });
          }}
        />
        <TextInput
          type="date"
          label={t('list.from')}
          value={filter.from ?? ''}
          onChange={({ currentTarget }) => onChange({ ...kept, from: currentTarget.value })}
        />
        <NativeSelect
          label={t('list.sort')}
          value={filter.sort ?? ''}
          data={[
            { value: '', label: t('list.newest') },
            { value: 'payBy', label: t('list.byDeadline') },
          ]}
          onChange={({ currentTarget }) => {
            const { sort: _before, ...rest } = kept;
            onChange({ ...rest, ...(currentTarget.value === 'payBy' && { sort: 'payBy' as const }) });
          }}
        />
      </form>
      {chips.length > 0 && (
        <ul className={listStyles.chips} aria-label={t('list.active')}>
          {chips.map(([name, text]) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  if (name === 'q') setTyped('');
                  onChange({ ...kept, [name]: '' });
                }}
                aria-label={t('list.remove', { filter: text })}
              >
                <bdi>{text}</bdi> <Icon name="IconX" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
