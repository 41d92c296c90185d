import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { LiveUpdates, pollWhile, topicsFor, type LiveState } from '../api/stream';
import { useMe } from '../api/me';

const Live = createContext<LiveState>('connecting');

/** Live updates for whoever signed in. */
export function LiveProvider({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const queries = useQueryClient();
  const { data: me } = useMe();
  const topics = topicsFor(me?.permissions ?? []).join(',');
  const updates = useMemo(
    () => (topics === '' ? null : new LiveUpdates(queries, topics.split(','))),
    [queries, topics],
  );
  useEffect(() => {
    updates?.start();
    return () => updates?.stop();
  }, [updates]);
  const state = useSyncExternalStore(updates?.subscribe ?? never, () => updates?.state ?? 'connecting');
  return <Live value={state}>{children}</Live>;
}

const never = (): (() => void) => () => undefined;

export const useLive = (): LiveState => useContext(Live);
/** For `refetchInterval` of what should follow by itself: only while live updates are paused. */
export const usePolling = (): number | false => pollWhile(useLive());
