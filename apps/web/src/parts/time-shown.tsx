import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../shell/use-zone';
import { useLocale } from '../texts/use-locale';
import { distanceTo, instantText, isNear, OWN_ZONE } from './times';

/** An instant: how far off it is when near, else its date and hour in the merchant's zone; the tooltip has both zones and UTC. */
export function TimeShown({ at, exact = false }: Readonly<{ at: string; exact?: boolean }>): ReactNode {
  const { t } = useTranslation('parts');
  const locale = useLocale();
  const zone = useZone();
  const { key, count, isPast } = distanceTo(at);
  const title = [zone, OWN_ZONE, 'UTC'].map((one) => `${instantText(at, locale, one)} (${one})`).join('\n');
  const text =
    isNear(at) && !exact ? t(`time.${isPast ? 'ago' : 'in'}.${key}`, { count }) : instantText(at, locale, zone);
  return (
    <time dateTime={at} title={title} className="unbroken">
      <bdi>{text}</bdi>
    </time>
  );
}
