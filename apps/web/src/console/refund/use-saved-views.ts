import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { useAct, type Act } from '../../api/use-act';
import type { ListFilter } from './refund-queries';

export type SavedView = Shape<'SavedView'>;

const PAGE = 'refunds';
const KEY = ['saved-views', { page: PAGE }] as const;

/** What a view keeps of an address: everything but the place in the list. */
export function viewQueryOf({ status, q, customer, from, sort, columns }: ListFilter): string {
  const kept = Object.entries({ status, q, customer, from, sort, columns }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return new URLSearchParams(kept).toString();
}

/** The views of the refunds list that this person keeps, by name. */
export const useSavedViews = (): UseQueryResult<readonly SavedView[], Problem> =>
  useQuery<readonly SavedView[], Problem>({
    queryKey: KEY,
    queryFn: async () => {
      const { items } = await answered(api.GET('/v1/saved-views'));
      return items.filter(({ page }) => page === PAGE);
    },
  });

/** Keeps a query under a name, in the place of an earlier one of that name. */
export const useKeepView = (query: string, onDone: () => void): Act<string, SavedView> =>
  useChange((name: string) => answered(api.PUT('/v1/saved-views', { body: { page: PAGE, name, query } })), onDone);

export const useRenameView = ({ id }: SavedView, onDone: () => void): Act<string, SavedView> =>
  useChange(
    (name: string) => answered(api.PATCH('/v1/saved-views/{id}', { params: { path: { id } }, body: { name } })),
    onDone,
  );

export const useDropView = ({ id }: SavedView, onDone: () => void): Act<void, unknown> =>
  useChange(() => answered(api.DELETE('/v1/saved-views/{id}', { params: { path: { id } } })), onDone);

function useChange<Asked, Data>(perform: (asked: Asked) => Promise<Data>, onDone: () => void): Act<Asked, Data> {
  const queries = useQueryClient();
  return useAct(perform, {
    onDone: () => {
      void queries.invalidateQueries({ queryKey: KEY });
      onDone();
    },
  });
}
