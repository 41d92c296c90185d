import type { Locale } from '@zikui/domain';
import type { Request } from 'express';
import { localeOf } from '../error/locale';

const SCHEMES = ['light', 'dark', 'auto'] as const;
export type Look = Readonly<{ locale: Locale; scheme: (typeof SCHEMES)[number] }>;

/** In which language, direction and colours a page begins: as the reader chose once, else as his browser asks. */
export function lookOf({ headers }: Pick<Request, 'headers'>): Look {
  const chosen = cookiesOf(headers.cookie);
  const language = chosen.get('zikui-language');
  return {
    locale: language === 'he' || language === 'en' ? language : localeOf(headers['accept-language']),
    scheme: SCHEMES.find((one) => one === chosen.get('zikui-scheme')) ?? 'auto',
  };
}

const cookiesOf = (header = ''): ReadonlyMap<string, string> =>
  new Map(
    header.split(';').map((part) => {
      const [name = '', value = ''] = part.trim().split('=', 2);
      return [name, value] as const;
    }),
  );
