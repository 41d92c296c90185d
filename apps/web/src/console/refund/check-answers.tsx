import { DESTINATION_NAMES, REASON_NAMES } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { Bdi, Quoted as Words } from '../../parts/bdi';
import { useSaid } from '../../texts/use-locale';
import { Quoted } from './quote-panel';
import type { RefundRequest } from './refund-request';
import styles from './refund.module.css';

/** Everything that is about to be sent, and what it pays. */
export function CheckAnswers({
  sale,
  request,
  quote,
}: Readonly<{ sale: Shape<'Sale'>; request: RefundRequest; quote: Shape<'Quote'> }>): ReactNode {
  const { t } = useTranslation('refund');
  const said = useSaid();
  const nameOf = (ref: string): string => sale.lines.find((line) => line.ref === ref)?.description ?? ref;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('new.order')}</dt>
          <dd>
            <Bdi>{sale.saleRef}</Bdi>
          </dd>
        </div>
        {request.lines.map(({ ref, quantity = 0 }) => (
          <div key={ref}>
            <dt>
              <Bdi>{nameOf(ref)}</Bdi>
            </dt>
            <dd>{t('money.units', { count: quantity })}</dd>
          </div>
        ))}
        <div>
          <dt>{t('new.reason')}</dt>
          <dd>{said(REASON_NAMES[request.reason])}</dd>
        </div>
        <div>
          <dt>{t('new.destination')}</dt>
          <dd>{said(DESTINATION_NAMES[request.destination])}</dd>
        </div>
        {request.note !== undefined && (
          <div>
            <dt>{t('new.words')}</dt>
            <dd>
              <Words>{request.note}</Words>
            </dd>
          </div>
        )}
      </dl>
      <Quoted quote={quote} />
    </>
  );
}
