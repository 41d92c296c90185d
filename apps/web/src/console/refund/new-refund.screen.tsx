import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { Empty, StateView } from '../../parts/state-view';
import { useTitle } from '../../shell/use-title';
import { RefundForm } from './refund-form';
import styles from './refund.module.css';
import { useDraft } from './use-draft';

/** Asks for a refund: first its sale, then what of it, then a look at the answers. */
export function Screen(): ReactNode {
  const { t } = useTranslation('refund');
  useTitle(t('new.title'));
  const { sale = '' }: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  return (
    <>
      <h1>{t('new.title')}</h1>
      <FindSale key={sale} sale={sale} />
      {sale !== '' && <OfSale saleRef={sale} />}
    </>
  );
}

function FindSale({ sale }: Readonly<{ sale: string }>): ReactNode {
  const { t } = useTranslation('refund');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(sale);
  const find = (event: SyntheticEvent): void => {
    event.preventDefault();
    void navigate({ to: '/refunds/new', search: { sale: typed.trim() } });
  };
  return (
    <form className={styles.filters} role="search" aria-label={t('new.find')} onSubmit={find}>
      <TextInput
        label={t('new.order')}
        value={typed}
        dir="ltr"
        maxLength={64}
        autoComplete="off"
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" variant={sale === '' ? 'filled' : 'default'}>
        {t('new.find')}
      </Button>
    </form>
  );
}

function OfSale({ saleRef }: Readonly<{ saleRef: string }>): ReactNode {
  const { t } = useTranslation('refund');
  const query = useQuery<Shape<'Sale'>, Problem>({
    queryKey: ['sales', saleRef],
    queryFn: () => answered(api.GET('/v1/sales/{saleRef}', { params: { path: { saleRef } } })),
  });
  const draft = useDraft(saleRef);
  if (query.error?.code === 'sale_not_found')
    return (
      <Empty title={t('new.unknown', { order: saleRef })}>
        <p>{t('new.unknownHint')}</p>
      </Empty>
    );
  return (
    <StateView query={query} rows={8}>
      {(sale) => (
        <StateView query={draft} rows={8}>
          {(begun) => <RefundForm key={sale.saleRef} sale={sale} begun={begun} />}
        </StateView>
      )}
    </StateView>
  );
}
