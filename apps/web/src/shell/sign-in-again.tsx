import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ME, readMe, useMe } from '../api/me';
import { Dialog } from '../parts/dialog';
import { signInAddress } from './sign-in';
import { SESSION_CHANNEL } from './session-channel';
import styles from './shell.module.css';

/** The session ended while somebody worked. He signs in beside the page, and what he typed is still there. */
export default function SignInAgain(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: before } = useMe();
  const goOn = useCallback(async (): Promise<void> => {
    const now = await queries.query({ queryKey: ME, queryFn: readMe, staleTime: 0 });
    // Somebody else must not go on with what this one typed.
    if (now.person !== before?.person) location.reload();
    else await queries.invalidateQueries();
  }, [queries, before?.person]);
  useEffect(() => {
    const channel = new BroadcastChannel(SESSION_CHANNEL);
    channel.onmessage = () => void goOn();
    return () => channel.close();
  }, [goOn]);
  return (
    <Dialog title={t('again.title')}>
      <p>{t('again.text')}</p>
      <div className={styles.row}>
        <Button component="a" href={signInAddress('/console/back')} target="_blank" rel="noreferrer">
          {t('signIn.button')}
        </Button>
        <Button variant="default" onClick={() => void goOn().catch(() => undefined)}>
          {t('again.done')}
        </Button>
      </div>
    </Dialog>
  );
}
