import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '../../parts/bdi';
import { Empty } from '../../parts/state-view';
import { TimeShown } from '../../parts/time-shown';
import { ItemName } from './item-name';
import type { RefundDetail } from './refund-queries';
import styles from './refund.module.css';

type Props = Readonly<{ refund: RefundDetail }>;

/** What comes back, and where it is. */
export function GoodsTab({ refund }: Props): ReactNode {
  const { t } = useTranslation('refund');
  const goods = refund.return;
  if (goods === null || goods.mode === 'none') return <Empty title={t('goods.none')} />;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('goods.mode')}</dt>
          <dd>{t(`goods.modes.${goods.mode}`)}</dd>
        </div>
        <div>
          <dt>{t('goods.state')}</dt>
          <dd>{t(`goods.states.${goods.status}`)}</dd>
        </div>
        {goods.dueAt !== null && (
          <div>
            <dt>{t('goods.due')}</dt>
            <dd>
              <TimeShown at={goods.dueAt} />
            </dd>
          </div>
        )}
      </dl>
      <ul className={styles.plain}>
        {goods.items.map(({ ref, units }) => (
          <li key={ref}>
            <ItemName saleRef={refund.saleRef} line={ref} /> · {t('money.units', { count: units })}
          </li>
        ))}
        {goods.parcels.map(({ id, carrier, trackingCode, status }) => (
          <li key={id}>
            <Bdi>{carrier}</Bdi> · <bdi dir="ltr">{trackingCode}</bdi> · {t(`parcel.${status}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
