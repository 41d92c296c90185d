import type { Locale, Mode } from '@zikui/domain';

/** Credentials of one outside account, in clear only on their way in. */
export type AccountSpec = Readonly<{
  apiKey: string;
  webhookSecret: string;
  /** What else the vendor needs to know of the account, as its page says; nothing secret. */
  settings?: Readonly<Record<string, string>>;
}>;
export type LegalEntitySpec = Readonly<{
  ref: string;
  name: string;
  registrationNumber: string;
  address: string;
  /** Before the number of its credit notes; default `CN-`. */ creditNotePrefix?: string;
}>;
/** How customers reach the shop; shown on their pages. */
export type ShopContact = Readonly<{
  email?: string;
  phone?: string;
  hours?: string;
  /** Who looks after accessibility, and how to reach them. */ accessibility?: string;
  /** A small picture as a `data:` address; nothing is loaded from elsewhere. */ logo?: string;
}>;
/** A merchant as it is set up. The first legal entity is the one of sales that name none. */
export type MerchantSpec = Readonly<{
  /** Part of webhook addresses: lower case letters, digits and dashes. */ slug: string;
  name: string;
  mode: Mode;
  timeZone: string;
  locale: Locale;
  legalEntities: readonly [LegalEntitySpec, ...LegalEntitySpec[]];
  gateways?: Readonly<Record<string, AccountSpec>>;
  carriers?: Readonly<Record<string, AccountSpec>>;
  contact?: ShopContact;
}>;

export type Merchant = Readonly<{
  id: string;
  publicId: string;
  slug: string;
  name: string;
  mode: Mode;
  timeZone: string;
  locale: Locale;
  /** Names of the gateways and carriers that have an account. */ gateways: readonly string[];
  carriers: readonly string[];
}>;
