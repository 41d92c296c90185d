import {
  QueryClient,
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  type QueryKey,
} from '@tanstack/react-query';
import { NETWORK_LOST, Problem } from './problem';

const MOST_TRIES = 2;
const passes = (problem: Problem): boolean => problem.code === NETWORK_LOST || problem.status === 503;

/**
 * Reads what changed anew. The first answer of a query may be on its way then, and older than the change; the library lets
 * it count as the newest there is. Such a query is read once more behind it.
 */
class Queries extends QueryClient {
  private readonly overtaken = new WeakSet<Query>();

  override async invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const firstOnTheirWay = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.data === undefined && state.fetchStatus !== 'idle');
    await Promise.all([
      super.invalidateQueries(filters, options),
      ...firstOnTheirWay.map((query) => this.readBehind(query)),
    ]);
  }

  private async readBehind(query: Query): Promise<void> {
    if (this.overtaken.has(query)) return;
    this.overtaken.add(query);
    const isRead = await isAnswered(query);
    this.overtaken.delete(query);
    if (isRead) await super.invalidateQueries({ predicate: (one) => one === query });
  }
}

/** Whether what is on its way arrives. A reading that fails says so itself, and nothing old is shown. */
const isAnswered = (query: Query): Promise<boolean> =>
  Promise.resolve(query.promise).then(
    () => query.state.data !== undefined,
    () => false,
  );

/** What was read, kept while it is fresh. Reading is tried again when that can help; acts never repeat by themselves. */
export const newQueryClient = (): QueryClient =>
  new Queries({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, thrown) => thrown instanceof Problem && passes(thrown) && count < MOST_TRIES,
        retryDelay: (count) => 500 * 2 ** count,
      },
      mutations: { retry: false },
    },
  });
