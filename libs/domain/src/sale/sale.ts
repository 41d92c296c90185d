export const CHANNELS = ['online', 'phone', 'store', 'doorstep', 'subscription'] as const;
export type Channel = (typeof CHANNELS)[number];
export const LINE_KINDS = ['goods', 'digital', 'service', 'subscription', 'donation'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export const PROTECTED_GROUPS = ['senior', 'disabled', 'new_immigrant'] as const;
export type ProtectedGroup = (typeof PROTECTED_GROUPS)[number];
export type Locale = 'he' | 'en';

export type SaleLine = Readonly<{
  ref: string;
  sku: string;
  description: string;
  category: string;
  kind: LineKind;
  /** Units bought. */ quantity: number;
  /** Paid for all units, discounts off, tax in; minor units. */ total: number;
  /** The tax inside `total`. */ tax: number;
  shippedAt?: string | null;
  deliveredAt?: string | null;
  serviceAt?: string | null;
  periodStart?: string | null;
  periodEnd?: string | null;
}>;
export type SalePayment = Readonly<{
  ref: string;
  gateway: string;
  gatewayRef: string;
  captured: number;
  capturedAt?: string | null;
  /** Held on the card and not captured yet: it can only be cancelled, as a whole. */ onlyAuthorized?: boolean;
  instalments?: number | null;
}>;
export type SaleCustomer = Readonly<{
  ref: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  locale: Locale;
  protectedGroup: ProtectedGroup | null;
}>;

/** Snapshot of what was bought and paid, sent by the merchant; the only source of amounts. Amounts are minor units of `currency`; times are RFC 3339. */
export type Sale = Readonly<{
  saleRef: string;
  currency: string;
  placedAt: string;
  channel: Channel;
  hadConversation: boolean;
  jurisdiction: string;
  timeZone: string;
  legalEntity?: string | null;
  /** When the details document or withdrawal notice was received; absent = `placedAt`, null = never. */ disclosedAt?:
    string | null;
  customer: SaleCustomer;
  lines: readonly SaleLine[];
  shipping: Readonly<{ total: number; tax: number }>;
  /** Signed, not refundable by itself: tips, cash rounding. */ otherCharges?: Readonly<{
    total: number;
    description: string;
  }> | null;
  payments: readonly SalePayment[];
  invoice: Readonly<{ number: string; issuedAt: string }> | null;
  commission?: Readonly<{ total: number; rateBps?: number }> | null;
}>;
