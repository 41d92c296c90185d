import type { Locale } from '../sale/sale';

/** What whoever keeps an endpoint is told when it answered 410: nothing more is sent there. */
export type EndpointNotice = Readonly<{
  locale: Locale;
  test: boolean;
  /** RFC 5322 Message-ID without brackets; the same on every repeat. */ messageId: string;
  to: string;
  merchantName: string;
  url: string;
  description: string | null;
}>;

/** After so long a mail about an endpoint is given up; the endpoint itself shows what happened. */
export const NOTICE_LIFE_MS = 24 * 60 * 60_000;
