import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons';
import styles from './dialog.module.css';

/** The browser's own dialog: it keeps the focus inside, gives it back to the opener, and closes by Escape. Without `onClose` it stays. */
export function Dialog({
  title,
  onClose,
  children,
}: Readonly<{ title: string; onClose?: () => void; children: ReactNode }>): ReactNode {
  const { t } = useTranslation('parts');
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {onClose && (
          <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
            <Icon name="IconX" />
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}
