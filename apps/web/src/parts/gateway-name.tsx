import { DESTINATION_NAMES } from '@zikui/domain/shown';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../texts/use-locale';
import { Bdi } from './bdi';

/** What companies call themselves, in every language. */
const COMPANIES: Readonly<Record<string, string>> = { stripe: 'Stripe', adyen: 'Adyen', paypal: 'PayPal' };

/** Money that goes back to no payment names its way instead of one. */
export const isWithoutPayment = (code: string): code is 'store_credit' | 'manual' =>
  code === 'store_credit' || code === 'manual';

/** How the way that money takes is called: by the company's own name, by what it is, or, where neither is known, by its code. */
export function useGatewayName(): (code: string) => string {
  const { t } = useTranslation('parts');
  const said = useSaid();
  return useCallback(
    (code) => {
      if (isWithoutPayment(code)) return said(DESTINATION_NAMES[code]);
      return code === 'generic' ? t('gateway.generic') : (COMPANIES[code] ?? code);
    },
    [t, said],
  );
}

/** A gateway, or another way that money takes, by its name. */
export function GatewayName({ of }: Readonly<{ of: string }>): ReactNode {
  return <Bdi>{useGatewayName()(of)}</Bdi>;
}
