import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '../../parts/bdi';
import { Money } from '../../parts/money';
import styles from './approvals.module.css';
import type { StepEvidence } from './evidence';

/** What is refunded of the sale, and where the payout is not just its sum, what comes to it or is taken off it. */
export function AskedFor({ of: { refund, bought } }: Readonly<{ of: StepEvidence }>): ReactNode {
  const { t } = useTranslation('approvals');
  const sold = new Map(bought.map((line) => [line.ref, line]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('lines.what')}</th>
          <th scope="col">{t('lines.units')}</th>
          <th scope="col" className={styles.end}>
            {t('lines.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {refund.lines.map((line) => (
          <tr key={line.ref}>
            <td>
              <Bdi>{sold.get(line.ref)?.description ?? line.ref}</Bdi>
            </td>
            <td>
              {t('lines.of', { units: String(line.units), sold: String(sold.get(line.ref)?.quantity ?? line.units) })}
            </td>
            <td className={styles.end}>
              <Money of={line.gross} />
            </td>
          </tr>
        ))}
      </tbody>
      <Sum of={refund} />
    </table>
  );
}

function Sum({ of: { shipping, goodwill, fee, payout } }: Readonly<{ of: StepEvidence['refund'] }>): ReactNode {
  const { t } = useTranslation('approvals');
  const parts = [
    ['shipping', shipping.gross],
    ['goodwill', goodwill],
    ['fee', fee],
  ] as const;
  const told = parts.filter(([, { amount }]) => amount > 0);
  if (told.length === 0) return null;
  return (
    <tfoot>
      {[...told, ['payout', payout] as const].map(([name, amount]) => (
        <tr key={name}>
          <th scope="row" colSpan={2}>
            {t(`lines.${name}`)}
          </th>
          <td className={styles.end}>
            <Money of={amount} strong={name === 'payout'} />
          </td>
        </tr>
      ))}
    </tfoot>
  );
}
