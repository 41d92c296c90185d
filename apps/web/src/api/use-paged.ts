import { useInfiniteQuery } from '@tanstack/react-query';
import { usePolling } from '../shell/live';
import type { Problem } from './problem';

/** One page of a list of the API; `next` is null on the last. */
export type Page<Item> = Readonly<{ items: readonly Item[]; next: string | null }>;
type Key = readonly [topic: string, ...of: (string | Readonly<Record<string, string>>)[]];

/** A list of the API, the next page behind the ones that were read; `next` of the data tells whether there is more. */
export function usePaged<Item>(queryKey: Key, read: (after: string | null) => Promise<Page<Item>>) {
  return useInfiniteQuery<Page<Item>, Problem, Page<Item>, Key, string | null>({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: usePolling(),
    select: ({ pages }) => ({ items: pages.flatMap(({ items }) => items), next: pages.at(-1)?.next ?? null }),
  });
}

/** How a list is read on at its end: once at a time, and after a page that failed only when somebody asks. */
export type ReadsOn = Readonly<{
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
  error: Problem | null;
}>;
