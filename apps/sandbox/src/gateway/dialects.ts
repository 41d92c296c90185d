import { ADYEN } from '../adyen/adyen.dialect';
import { GENERIC } from '../generic/generic.dialect';
import { PAYPAL } from '../paypal/paypal.dialect';
import type { Dialect } from './dialect';
import type { DialectName } from './dialect-name';
import { STRIPE } from './stripe.dialect';

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  stripe: STRIPE,
  generic: GENERIC,
  adyen: ADYEN,
  paypal: PAYPAL,
};
