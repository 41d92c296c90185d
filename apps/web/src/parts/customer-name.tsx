import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSale } from '../api/sale';
import { Bdi } from './bdi';

/** A customer by his name; by the shop's reference of him where his name is not known, was erased, or is not for this reader. */
export function CustomerName({ saleRef, customerRef }: Readonly<{ saleRef: string; customerRef: string }>): ReactNode {
  const { t } = useTranslation('parts');
  const { data: sale } = useSale(saleRef);
  const { name = null, isErased = false } = sale?.customer ?? {};
  return (
    <>
      <Bdi>{name ?? customerRef}</Bdi>
      {isErased && <span className="muted"> ({t('customerErased')})</span>}
    </>
  );
}
