import { REASON_NAMES, ROLE_NAMES } from '@zikui/domain/shown';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GatewayName } from '../../parts/gateway-name';
import { IdChip } from '../../parts/id-chip';
import { Money } from '../../parts/money';
import styles from '../../parts/two-sides.module.css';
import { useSaid } from '../../texts/use-locale';
import { fieldsOf, isId, type Field } from './payload';
import type { Proposal } from './proposals';

/** Exactly what would be carried out, field by field: what is known by its name, and whatever else there is as it stands. */
export function PayloadFacts({ of: proposal }: Readonly<{ of: Proposal }>): ReactNode {
  const { t } = useTranslation('proposals');
  const { transferId } = proposal;
  return (
    <dl className={styles.facts}>
      {fieldsOf(proposal).map((field) => (
        <Fragment key={field.name}>
          <dt>
            <Name of={field} />
          </dt>
          <dd>
            <Value of={field} />
          </dd>
        </Fragment>
      ))}
      {transferId !== null && (
        <>
          <dt>{t('transfer')}</dt>
          <dd>
            <IdChip id={transferId} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Name({ of: { name, isKnown } }: Readonly<{ of: Field }>): ReactNode {
  const { t } = useTranslation('proposals');
  if (isKnown) return t(`field.${name}`);
  return isId(name) ? <IdChip id={name} /> : <bdi dir="ltr">{name}</bdi>;
}

const NAMES: Readonly<Record<string, Readonly<Record<string, Readonly<{ he: string; en: string }>>>>> = {
  role: ROLE_NAMES,
  refundReason: REASON_NAMES,
};

/** Whose values have words in the texts of this page. */
const TOLD_HERE = new Set(['action', 'funds', 'limit']);

function Value({ of: { name, value, money } }: Readonly<{ of: Field }>): ReactNode {
  const { t } = useTranslation('proposals');
  const said = useSaid();
  if (money) return <Money of={money} strong />;
  if (typeof value !== 'string') return <bdi dir="ltr">{JSON.stringify(value)}</bdi>;
  const sentence = NAMES[name]?.[value];
  if (sentence) return said(sentence);
  if (name === 'gateway') return <GatewayName of={value} />;
  if (TOLD_HERE.has(name)) return t(`value.${name}.${value}`, { defaultValue: value });
  return isId(value) ? <IdChip id={value} /> : <bdi dir="auto">{value}</bdi>;
}
