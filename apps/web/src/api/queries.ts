import { QueryClient } from '@tanstack/react-query';
import { NETWORK_LOST, Problem } from './problem';

const MOST_TRIES = 2;
const passes = (problem: Problem): boolean => problem.code === NETWORK_LOST || problem.status === 503;

/** What was read, kept while it is fresh. Reading is tried again when that can help; acts never repeat by themselves. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, thrown) => thrown instanceof Problem && passes(thrown) && count < MOST_TRIES,
        retryDelay: (count) => 500 * 2 ** count,
      },
      mutations: { retry: false },
    },
  });
