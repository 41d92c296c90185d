import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/state-view';
import { useTitle } from './use-title';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <>
      <h1 className="for-readers">{t('notFound.title')}</h1>
      <Empty title={t('notFound.title')}>
        <p>{t('notFound.text')}</p>
        <Link to="/">{t('nav.home')}</Link>
      </Empty>
    </>
  );
}
