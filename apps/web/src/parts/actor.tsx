import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from './bdi';
import { useGatewayName } from './gateway-name';

const KINDS = new Set(['key', 'gateway', 'house']);

/** Who did it: a person by his name in the house; a key, a gateway or the operator by what it is. */
export function Actor({ of }: Readonly<{ of: string }>): ReactNode {
  const { t } = useTranslation('parts');
  const gatewayName = useGatewayName();
  const [, kind = '', name = of] = /^([a-z]+):(.+)$/.exec(of) ?? [];
  if (KINDS.has(kind))
    return <span>{t(`actor.${kind}`, { name: kind === 'gateway' ? gatewayName(name) : name })}</span>;
  return of === 'customer' ? <span>{t('actor.customer')}</span> : <Bdi>{name}</Bdi>;
}
