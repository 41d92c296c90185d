import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../shell/announce';
import { Icon } from './icons';
import styles from './parts.module.css';

const [HEAD, TAIL] = [3, 4];
/** `rf_…7f2c`: enough to tell two of a list apart. */
export const shortId = (id: string): string =>
  id.length > HEAD + TAIL + 2 && id.includes('_') ? `${id.slice(0, id.indexOf('_') + 1)}…${id.slice(-TAIL)}` : id;

/** An id in its short form. The whole one shows on focus and hover, and a click copies it. */
export function IdChip({ id }: Readonly<{ id: string }>): ReactNode {
  const { t } = useTranslation('parts');
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
    announce(t('copied'));
  };
  return (
    <button
      type="button"
      className={styles.idChip}
      title={id}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      <span className="for-readers">{t('copy')}</span> <bdi dir="ltr">{shortId(id)}</bdi>
      <Icon name={isCopied ? 'IconCheck' : 'IconCopy'} size={14} />
    </button>
  );
}
