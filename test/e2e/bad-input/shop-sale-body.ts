import { randomBytes } from 'node:crypto';
import type { TestStack } from '../../environment/stack';
import { LAMP_PRICE, type Shop } from '../client/shop';
import { saleBody } from '../client/shop-sale';

/** The body of a sale that is right in every field: paid at the gateway, and told to nobody yet. */
export async function shopSale(
  { merchants }: Pick<TestStack, 'merchants'>,
  { sandbox }: Shop,
): Promise<Record<string, unknown>> {
  const ref = `c-${randomBytes(6).toString('hex')}`;
  const gatewayRef = await sandbox.capture(merchants.lab.slug, 2 * LAMP_PRICE, 'ILS');
  const customer = { ref, name: 'Noa', email: `${ref}@example.com`, locale: 'he' } as const;
  const article = { description: 'Lamp', category: 'home_garden', price: LAMP_PRICE, deliveredDaysAgo: 3 };
  return saleBody({ saleRef: ref, customer, currency: 'ILS', ...article }, [gatewayRef], Date.now());
}
