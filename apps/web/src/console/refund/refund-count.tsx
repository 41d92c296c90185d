import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/money';
import { useLocale } from '../../texts/use-locale';
import { useRefundCount, type ListFilter } from './refund-queries';

/** How many refunds the list holds, and what they pay in each currency; different currencies are never one sum. */
export function RefundCount({ filter }: Readonly<{ filter: ListFilter }>): ReactNode {
  const { t } = useTranslation('refund');
  const locale = useLocale();
  const { data } = useRefundCount(filter);
  if (!data || data.count === 0) return null;
  const count = new Intl.NumberFormat(locale).format(data.count);
  return (
    <p className="muted">
      {data.more ? t('list.countMore', { shown: count }) : t('list.count', { count: data.count, shown: count })}
      {data.payouts?.map((sum) => (
        <Fragment key={sum.currency}>
          {' '}
          · <Money of={sum} />
        </Fragment>
      ))}
    </p>
  );
}
