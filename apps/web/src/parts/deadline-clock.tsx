import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../shell/use-zone';
import { useLocale } from '../texts/use-locale';
import { asTimePasses } from './as-time-passes';
import { ToneBadge } from './status-badge';
import { dateText, daysUntil } from './times';

const SOON_DAYS = 2;

/** How long the law still gives to pay, and until which day. Shows nothing where the law sets none. */
export function DeadlineClock({
  payBy,
  zone,
  missed = false,
}: Readonly<{
  payBy: string | null;
  /** Where that is a day: the consumer's zone, else that of the shop. The tooltip says which. */ zone?: string;
  missed?: boolean;
}>): ReactNode {
  const { t } = useTranslation('parts');
  const locale = useLocale();
  const zoneOfShop = useZone();
  // The day changes at midnight, also on a page that nobody touches.
  const left = useSyncExternalStore(asTimePasses, () => (payBy === null ? 0 : daysUntil(payBy, zone ?? zoneOfShop)));
  if (payBy === null) return null;
  const date = dateText(payBy, locale);
  const where = zone === undefined ? 'deadline.inZoneOfShop' : 'deadline.inZoneOfConsumer';
  const isMissed = missed || left < 0;
  const tone = isMissed ? 'bad' : left <= SOON_DAYS ? 'attention' : 'neutral';
  const text = isMissed
    ? t('deadline.missed', { date })
    : left === 0
      ? t('deadline.today', { date })
      : t('deadline.left', { count: left, date });
  return (
    <span title={t(where, { date, zone: zone ?? zoneOfShop })}>
      <ToneBadge tone={tone} icon={isMissed ? 'IconAlertTriangle' : 'IconClock'} text={text} />
    </span>
  );
}
