import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keys/use-keys';
import { Icon } from '../parts/icons';
import { placeOf } from './find';
import styles from './shell.module.css';

/** By any full id, order or document number. Personal data is kept encrypted: there is no search by part of a name, and the box says so. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [isUnknown, setUnknown] = useState(false);
  useKeys([{ code: 'Slash', label: t('search.label'), act: () => field.current?.focus() }]);
  const find = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const asked = field.current?.value.trim() ?? '';
    if (asked === '') return;
    const place = await placeOf(asked);
    setUnknown(place === undefined);
    if (place === undefined) return;
    if (field.current) field.current.value = '';
    await navigate({ to: place });
  };
  return (
    <search className={styles.search}>
      <form onSubmit={(event) => void find(event)}>
        <Icon name="IconSearch" size={16} />
        <input
          ref={field}
          type="search"
          dir="auto"
          maxLength={200}
          aria-label={t('search.label')}
          aria-describedby="search-hint"
          aria-invalid={isUnknown || undefined}
          placeholder={t('search.placeholder')}
          onChange={() => setUnknown(false)}
        />
      </form>
      <p id="search-hint" className={isUnknown ? styles.unknown : 'for-readers'} role={isUnknown ? 'alert' : undefined}>
        {isUnknown ? t('search.unknown') : t('search.hint')}
      </p>
    </search>
  );
}
