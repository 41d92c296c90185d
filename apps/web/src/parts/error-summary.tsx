import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons';
import styles from './parts.module.css';

/** What is wrong: at the field of that element id, or with the whole. */
export type FormFault = Readonly<{ field: string | null; text: string }>;

/** Everything that keeps a form from being sent, on top of it: each leads to its field. Takes the focus when it comes. */
export function ErrorSummary({
  faults,
  children,
}: Readonly<{ faults: readonly FormFault[]; children?: ReactNode }>): ReactNode {
  const { t } = useTranslation('parts');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const go = (field: string) => (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <section className={styles.summary} role="alert" aria-label={t('summary.title')}>
      <h2 ref={heading} tabIndex={-1}>
        <Icon name="IconAlertTriangle" /> {t('summary.title')}
      </h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={`${field ?? ''} ${text}`}>
            {field === null ? (
              text
            ) : (
              <a href={`#${field}`} onClick={go(field)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
