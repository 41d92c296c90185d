import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import styles from './approvals.module.css';

/** What was enclosed. Each opens whole in a tab of its own. */
export function Photos({
  refundId,
  photos,
}: Readonly<{ refundId: string; photos: readonly Shape<'Evidence'>[] }>): ReactNode {
  const { t } = useTranslation('approvals');
  if (photos.length === 0) return null;
  return (
    <ul className={styles.photos}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a href={`/v1/refunds/${refundId}/evidence/${photo.id}/content`} target="_blank" rel="noreferrer">
            <img
              src={`/v1/refunds/${refundId}/evidence/${photo.id}/content`}
              alt={t('photo', { number: String(index + 1) })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
