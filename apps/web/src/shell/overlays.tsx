import { lazy, Suspense, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../api/session';
import { isPalette } from '../keys/chords';
import { useKeys } from '../keys/use-keys';
import { onOverlay, openNow, openOverlay } from './overlay-state';

const Palette = lazy(() => import('./palette'));
const KeyList = lazy(() => import('./key-list'));
const SignInAgain = lazy(() => import('./sign-in-again'));

/** What lies over the page when somebody asks for it, or when the session ended. Each is loaded then. */
export function Overlays(): ReactNode {
  const { t } = useTranslation();
  const open = useSyncExternalStore(onOverlay, openNow);
  const hasEnded = useSyncExternalStore(session.subscribe, () => session.ended);
  useKeys([{ code: 'Slash', shift: true, label: t('keys.open'), act: () => openOverlay('keys') }]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isPalette(event)) return;
      event.preventDefault();
      openOverlay('palette');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette />}
      {open === 'keys' && <KeyList />}
      {hasEnded && <SignInAgain />}
    </Suspense>
  );
}
