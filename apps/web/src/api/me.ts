import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Permission } from '@zikui/domain/shown';
import { answered, api, type Shape } from './client';
import type { Problem } from './problem';
import { session } from './session';

export type Me = Shape<'Me'>;
export const ME = ['me'] as const;

/** Who signed in, and what he may do. */
export async function readMe(): Promise<Me> {
  const me = await answered(api.GET('/v1/me'));
  session.began(me.pageToken);
  return me;
}

export const useMe = (): UseQueryResult<Me, Problem> =>
  useQuery<Me, Problem>({ queryKey: ME, queryFn: readMe, staleTime: 60_000 });

/** Whether the person holds a right, as the server said; false until it did. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const { data } = useMe();
  return (permission) => data?.permissions.includes(permission) ?? false;
};
