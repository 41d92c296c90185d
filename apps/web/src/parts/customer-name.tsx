import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSale } from '../api/sale';
import { Bdi } from './bdi';

type Of = Readonly<{ saleRef: string; customerRef: string }>;

/** A customer by his name; by the shop's reference of him where his name is not known, was erased, or is not for this reader. */
export function CustomerName({ saleRef, customerRef }: Of): ReactNode {
  const { name = null } = useSale(saleRef).data?.customer ?? {};
  return (
    <>
      <Bdi>{name ?? customerRef}</Bdi>
      <Erased saleRef={saleRef} />
    </>
  );
}

/** His name where there is one, and the shop's reference of him, which leads to all of his refunds. */
export function CustomerLink({ saleRef, customerRef }: Of): ReactNode {
  const { name = null } = useSale(saleRef).data?.customer ?? {};
  return (
    <>
      {name !== null && <Bdi>{name}</Bdi>}{' '}
      <Link to="/refunds" search={{ customer: customerRef }}>
        <Bdi>{customerRef}</Bdi>
      </Link>
      <Erased saleRef={saleRef} />
    </>
  );
}

function Erased({ saleRef }: Pick<Of, 'saleRef'>): ReactNode {
  const { t } = useTranslation('parts');
  const isErased = useSale(saleRef).data?.customer.isErased ?? false;
  return (
    isErased && (
      <>
        {' '}
        <span className="muted">{t('customerErased')}</span>
      </>
    )
  );
}
