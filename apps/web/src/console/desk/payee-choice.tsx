import { Button, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import { useMay } from '../../api/me';
import type { Problem } from '../../api/problem';
import { StateView } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import { GivePayee } from './give-payee';

type PayeeList = Shape<'PayeeList'>;

/** The accounts that were given for this refund, masked, of which one is chosen; the newest first, and another one can be given. To erased ones no money goes. */
export function PayeeChoice({
  refundId,
  value,
  onChange,
}: Readonly<{ refundId: string; value: string; onChange: (payee: string) => void }>): ReactNode {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const mayGive = useMay()('payee.give');
  const [isGiving, setGiving] = useState(false);
  const queryKey = ['refunds', refundId, 'payees'];
  const payees = useQuery<PayeeList, Problem>({
    queryKey,
    queryFn: () => answered(api.GET('/v1/refunds/{id}/payees', { params: { path: { id: refundId } } })),
  });
  const known = payees.data?.items.filter(({ erasedAt }) => erasedAt === null).toReversed() ?? [];
  const newest = known[0]?.id;
  useEffect(() => {
    if (value === '' && newest !== undefined) onChange(newest);
  }, [value, newest, onChange]);
  const onGiven = (payee: string): void => {
    setGiving(false);
    announce(t('payeeKept'));
    void queries.invalidateQueries({ queryKey }).then(() => onChange(payee));
  };
  return (
    <>
      <StateView query={payees} rows={1} isEmpty={() => known.length === 0} empty={<p>{t('noPayee')}</p>}>
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
      {isGiving && <GivePayee refundId={refundId} onGiven={onGiven} />}
      {mayGive && !isGiving && payees.isSuccess && (
        <div>
          <Button variant="default" onClick={() => setGiving(true)}>
            {t('givePayee')}
          </Button>
        </div>
      )}
    </>
  );
}
