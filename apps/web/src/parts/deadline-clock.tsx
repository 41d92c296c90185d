import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../shell/use-zone';
import { useLocale } from '../texts/use-locale';
import { ToneBadge } from './status-badge';
import { dateText, daysUntil } from './times';

const SOON_DAYS = 2;

/** How long the law still gives to pay; `payBy` is a date in the consumer's zone. Shows nothing where the law sets none. */
export function DeadlineClock({
  payBy,
  missed = false,
}: Readonly<{ payBy: string | null; missed?: boolean }>): ReactNode {
  const { t } = useTranslation('parts');
  const locale = useLocale();
  const zone = useZone();
  if (payBy === null) return null;
  const left = daysUntil(payBy, zone);
  const date = dateText(payBy, locale);
  if (missed || left < 0)
    return <ToneBadge tone="bad" icon="IconAlertTriangle" text={t('deadline.missed', { date })} />;
  const tone = left <= SOON_DAYS ? 'attention' : 'neutral';
  return (
    <span title={date}>
      <ToneBadge
        tone={tone}
        icon="IconClock"
        text={left === 0 ? t('deadline.today') : t('deadline.left', { count: left })}
      />
    </span>
  );
}
