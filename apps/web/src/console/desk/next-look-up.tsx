import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { TimeShown } from '../../parts/time-shown';

/** When the gateway is asked next by itself about what is open, as the API says. */
export function NextLookUp({
  of: { nextLookUpAt },
}: Readonly<{ of: Pick<Shape<'TransferEvidence'>, 'nextLookUpAt'> }>): ReactNode {
  const { t } = useTranslation('desk');
  if (nextLookUpAt === null) return <span>{t('noNextLookUp')}</span>;
  return (
    <span>
      {t('nextLookUp')} <TimeShown at={nextLookUpAt} />
    </span>
  );
}
