import type { Locale } from '@zikui/domain';
import type { Request } from 'express';
import { Answer } from '../answer/answer';
import { localeOf } from '../error/locale';

/** The language that the address asks for, else that of the customer, else the one that the browser likes better. */
export function localeFor({ query, headers }: Request, ofCustomer?: Locale): Locale {
  const { lang } = query;
  return lang === 'he' || lang === 'en' ? lang : (ofCustomer ?? localeOf(headers['accept-language']));
}

type More = Readonly<{ status?: number; headers?: Readonly<Record<string, string>>; afterwards?: () => Promise<void> }>;

/** A page that no cache keeps, no search engine lists, and that tells nobody where its visitor came from. */
export const htmlAnswer = (html: string, locale: Locale | null, { headers, ...more }: More = {}): Answer<string> =>
  new Answer(html, {
    ...more,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...(locale !== null && { 'Content-Language': locale }),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
      ...headers,
    },
  });
