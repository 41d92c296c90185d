import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SESSION_CHANNEL } from '../../shell/session-channel';
import { useTitle } from '../../shell/use-title';

/** Where the second tab lands after signing in again: it tells the first one, and goes. */
export function Screen(): ReactNode {
  const { t } = useTranslation();
  useTitle(t('nav.back'));
  useEffect(() => {
    const channel = new BroadcastChannel(SESSION_CHANNEL);
    channel.postMessage('signed-in');
    channel.close();
    window.close();
  }, []);
  return (
    <>
      <h1>{t('nav.back')}</h1>
      <p>{t('again.close')}</p>
    </>
  );
}
