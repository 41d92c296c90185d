import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { usePolling } from '../../shell/live';

export type InboxItem = Shape<'InboxItem'>;
type InboxPage = Shape<'InboxPage'>;

export const VIEWS = ['mine', 'due', 'delegated', 'reminded', 'decided'] as const;
export type View = (typeof VIEWS)[number];
const PAGE = 200;

export type Place = Pick<InboxItem, 'refundId' | 'step'>;
export const keyOf = ({ refundId, step }: Place): string => `${refundId}/${String(step)}`;

export const isSame = (one: Place, other: Place): boolean => one.refundId === other.refundId && one.step === other.step;

const keyFor = (reminded: boolean) => ['approvals', { list: reminded ? 'reminded' : 'inbox' }] as const;

/** What waits for this person, or what he put aside; what is due first at the top; the next page follows when the list is scrolled to its end. */
export function useInbox(view: View) {
  const reminded = view === 'reminded';
  return useInfiniteQuery<InboxPage, Problem, InboxPage, ReturnType<typeof keyFor>, string | null>({
    queryKey: keyFor(reminded),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/v1/approvals', {
          params: {
            query: { limit: PAGE, ...(reminded && { reminded }), ...(pageParam !== null && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    select: ({ pages }) => ({
      items: pages.flatMap(({ items }) => items),
      next: pages.at(-1)?.next ?? null,
      nextReminderAt: pages[0]?.nextReminderAt ?? null,
    }),
  });
}

/** The part of the inbox that a view shows. */
export function itemsOf(view: View, items: readonly InboxItem[]): readonly InboxItem[] {
  if (view === 'delegated') return items.filter(({ onBehalfOf }) => onBehalfOf !== null);
  if (view === 'due') return items.filter(({ dueToday }) => dueToday);
  return items;
}
