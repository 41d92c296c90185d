import type { ReactNode } from 'react';
import { useSale } from '../../api/sale';
import { Bdi } from '../../parts/bdi';

/** What a line of a refund is called in its sale; its own reference until the sale is read, and where it may not be. */
export function ItemName({ saleRef, line }: Readonly<{ saleRef: string; line: string }>): ReactNode {
  const { data: sale } = useSale(saleRef);
  return <Bdi>{sale?.lines.find(({ ref }) => ref === line)?.description ?? line}</Bdi>;
}
