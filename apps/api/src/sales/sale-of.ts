import type { Sale, SaleCustomer } from '@zikui/domain';
import type { SaleDto } from './sale.dto';
import type { SaleCustomerDto } from './sale-parts.dto';

/** The sale that a body describes. What may be left out and has no meaning of its own becomes null. */
export const saleOf = (saleRef: string, body: SaleDto): Sale => ({
  saleRef,
  currency: body.currency,
  placedAt: body.placedAt,
  channel: body.channel,
  hadConversation: body.hadConversation,
  jurisdiction: body.jurisdiction,
  timeZone: body.timeZone,
  legalEntity: body.legalEntity ?? null,
  // Left out is not null here: it means that the document came with the order.
  ...(body.disclosedAt !== undefined && { disclosedAt: body.disclosedAt }),
  customer: customerOf(body.customer),
  lines: body.lines,
  shipping: body.shipping,
  otherCharges: body.otherCharges ?? null,
  payments: body.payments,
  invoice: body.invoice ?? null,
  commission: body.commission ?? null,
});

const customerOf = ({ ref, name, email, phone, locale, protectedGroup }: SaleCustomerDto): SaleCustomer => ({
  ref,
  name: name ?? null,
  email: email ?? null,
  phone: phone ?? null,
  locale,
  protectedGroup: protectedGroup ?? null,
});
