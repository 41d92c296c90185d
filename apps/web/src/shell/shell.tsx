import { Outlet, useMatches } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../api/me';
import { Panel } from '../parts/panel';
import { Forbidden, ProblemView, Skeleton } from '../parts/state-view';
import { Header } from './header';
import { Navigation } from './navigation';
import { Overlays } from './overlays';
import styles from './shell.module.css';
import { SignIn } from './sign-in';

/** The frame around every screen: whoever did not sign in sees the way to do so, at the same address. */
export function Shell(): ReactNode {
  const me = useMe();
  return (
    <>
      {me.data ? <Signed /> : <Outside me={me} />}
      <div id="say-polite" className="for-readers" role="status" aria-live="polite" />
      <div id="say-assertive" className="for-readers" role="alert" aria-live="assertive" />
    </>
  );
}

function Outside({ me }: Readonly<{ me: ReturnType<typeof useMe> }>): ReactNode {
  if (me.error?.status === 401) return <SignIn />;
  return (
    <main className={styles.outside}>
      {me.error ? <ProblemView problem={me.error} onAgain={() => void me.refetch()} /> : <Skeleton />}
    </main>
  );
}

function Signed(): ReactNode {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const screen = useMatches().at(-1)?.staticData.screen;
  const may = useMay();
  const name = screen?.name;
  const shown = useRef(name);
  useEffect(() => {
    // A new screen begins at its top; the first one where the browser begins.
    if (shown.current !== name) main.current?.focus({ preventScroll: true });
    shown.current = name;
  }, [name]);
  const isAllowed = screen === undefined || screen.permission === null || may(screen.permission);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Header />
      <Navigation />
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        <Suspense fallback={<Skeleton rows={8} />}>
          {isAllowed ? (
            <Panel key={name} rows={8}>
              <Outlet />
            </Panel>
          ) : (
            <>
              <h1 className="for-readers">{t(`nav.${name ?? ''}`)}</h1>
              <Forbidden permission={screen.permission} />
            </>
          )}
        </Suspense>
      </main>
      <Overlays />
    </div>
  );
}
