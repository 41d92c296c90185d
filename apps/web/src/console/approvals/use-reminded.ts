import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { serverNow } from '../../api/server-clock';

/** Browsers count no further than this. */
const LONGEST_TIMER_MS = 2_147_000_000;
const A_MOMENT_MS = 500;

/** Reads the inbox anew when the next request that was put aside comes back. */
export function useReminded(nextReminderAt: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (nextReminderAt === null) return;
    const left = Date.parse(nextReminderAt) - serverNow() + A_MOMENT_MS;
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: ['approvals'] }),
      Math.min(Math.max(left, A_MOMENT_MS), LONGEST_TIMER_MS),
    );
    return () => clearTimeout(timer);
  }, [queries, nextReminderAt]);
}
