import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../shell/use-zone';
import { useLocale } from '../texts/use-locale';
import { asTimePasses } from './as-time-passes';
import { clocksText, instantText, nearness, OWN_ZONE } from './times';

/** An instant: how far off it is when near, else its date and hour in the merchant's zone; the tooltip has both zones and UTC. */
export function TimeShown({ at, exact = false }: Readonly<{ at: string; exact?: boolean }>): ReactNode {
  const { t } = useTranslation('parts');
  const locale = useLocale();
  const zone = useZone();
  const near = useSyncExternalStore(asTimePasses, () => (exact ? '' : nearness(at)));
  const [key, count] = near.split(' ');
  const text = near === '' ? instantText(at, locale, zone) : t(`time.${key}`, { count: Number(count) });
  return (
    <time dateTime={at} title={clocksText(at, locale, [zone, OWN_ZONE])} className="unbroken">
      <bdi>{text}</bdi>
    </time>
  );
}
