import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, answeredWithStatus, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { useAct, type Act } from '../../api/use-act';

export type Operations = Shape<'Operations'>;
export type KillSwitch = Shape<'KillSwitch'>;
const READ_AGAIN_MS = 15_000;

/** Health and ages in one call; ages grow without any change, so they are read again by the clock, too. */
export const useOperations = (): UseQueryResult<Operations, Problem> =>
  useQuery<Operations, Problem>({
    queryKey: ['operations'],
    queryFn: () => answered(api.GET('/v1/operations')),
    refetchInterval: READ_AGAIN_MS,
  });

export type Switching = Readonly<{ on: boolean; gateway: string | null; reason: string }>;
/** Stopping is done at once; letting money move again is proposed to a second person. */
export type Switched = Readonly<{ kind: 'stopped' } | { kind: 'proposed'; proposalId: string }>;
const CREATED = 201;

export const useSwitching = (onDone: (switched: Switched) => void): Act<Switching, Switched> =>
  useAct(
    async ({ on, gateway, reason }: Switching, key): Promise<Switched> => {
      const { status, data } = await answeredWithStatus(
        api.PUT('/v1/kill-switches', {
          params: { header: { 'Idempotency-Key': key } },
          body: { on, reason, ...(gateway !== null && { gateway }) },
        }),
      );
      return status === CREATED && 'id' in data ? { kind: 'proposed', proposalId: data.id } : { kind: 'stopped' };
    },
    { onDone },
  );
