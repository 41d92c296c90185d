import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../api/client';
import { useSaid } from '../texts/use-locale';
import { Icon } from './icons';
import { Money } from './money';
import styles from './parts.module.css';
import { Words } from './words';

type Entry = Shape<'Explanation'>;

/** How an amount or a verdict came about: each rule that spoke with its version, and what was counted, as the server counted it. */
export function Explain({ entries, open = false }: Readonly<{ entries: readonly Entry[]; open?: boolean }>): ReactNode {
  const { t } = useTranslation('parts');
  const [isOpen, setOpen] = useState(open);
  const id = useId();
  if (entries.length === 0) return null;
  return (
    <div>
      <button
        type="button"
        className={styles.disclosure}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'IconChevronDown' : 'IconChevronRight'} size={16} />
        {t('explain.title', { count: entries.length })}
      </button>
      <ol id={id} className={styles.explanations} hidden={!isOpen}>
        {entries.map((entry, index) => (
          <ExplanationLine key={index} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

function ExplanationLine({ entry }: Readonly<{ entry: Entry }>): ReactNode {
  const { t } = useTranslation('parts');
  const said = useSaid();
  return (
    <li>
      <span>
        <Words of={said(entry)} />
      </span>{' '}
      <span className="muted">
        {t('explain.rule', { source: t(`explain.${entry.source}`), rule: entry.rule, version: entry.version })}
      </span>
      {entry.calculation && <Calculation of={entry.calculation} />}
    </li>
  );
}

function Calculation({ of }: Readonly<{ of: NonNullable<Entry['calculation']> }>): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <table className={styles.calculation}>
      <tbody>
        {of.terms.map(({ name, amount }, index) => (
          <tr key={index}>
            <th scope="row">{t(`term.${name}`)}</th>
            <td>
              <Money of={amount} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('explain.result')}</th>
          <td>
            <Money of={of.result} strong />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
