import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { StateView } from '../../parts/state-view';

type PayeeList = Shape<'PayeeList'>;

/** The accounts that were given for this refund, masked, of which one is chosen; the newest first. Of erased ones the money can go nowhere. */
export function PayeeChoice({
  refundId,
  value,
  onChange,
}: Readonly<{ refundId: string; value: string; onChange: (payee: string) => void }>): ReactNode {
  const { t } = useTranslation('desk');
  const payees = useQuery<PayeeList, Problem>({
    queryKey: ['refunds', refundId, 'payees'],
    queryFn: () => answered(api.GET('/v1/refunds/{id}/payees', { params: { path: { id: refundId } } })),
  });
  const known = payees.data?.items.filter(({ erasedAt }) => erasedAt === null).toReversed() ?? [];
  const newest = known[0]?.id;
  useEffect(() => {
    if (value === '' && newest !== undefined) onChange(newest);
  }, [value, newest, onChange]);
  return (
    <StateView query={payees} rows={1} isEmpty={() => known.length === 0} empty={<p role="status">{t('noPayee')}</p>}>
      {() => (
        <NativeSelect
          label={t('payee')}
          description={t('payeeHelp')}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          data={known.map(({ id, name, account }) => ({ value: id, label: t('payeeOf', { name, account }) }))}
        />
      )}
    </StateView>
  );
}
