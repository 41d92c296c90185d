import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './switches';
import styles from './shell.module.css';
import { useTitle } from './use-title';

/** Where the browser is sent to sign in, and where it comes back to. */
export const signInAddress = (returnTo: string): string =>
  `/auth/sign-in?${new URLSearchParams({ returnTo }).toString()}`;
const here = (): string =>
  location.pathname.endsWith('/sign-in') ? '/console' : `${location.pathname}${location.search}`;

/** For whoever comes without a session. Afterwards the same address opens. */
export function SignIn(): ReactNode {
  const { t } = useTranslation();
  useTitle(t('signIn.title'));
  return (
    <main className={styles.outside}>
      <h1>Zikui</h1>
      <p>{t('signIn.text')}</p>
      <Button component="a" href={signInAddress(here())}>
        {t('signIn.button')}
      </Button>
      <LanguageSwitch />
    </main>
  );
}
