import { answeredWithStatus, api, type Shape } from '../../api/client';
import { useAct, type Act } from '../../api/use-act';

/** `proposed`: a second person decides. `pending`: recorded, and carried out once the process engine is back. */
export type Resolved = Readonly<{ kind: 'done' | 'pending' } | { kind: 'proposed'; proposalId: string }>;
export type Ask = Shape<'ResolutionBody'>;

const [CREATED, ACCEPTED] = [201, 202];

/** Says what a person knows about a refund that does not go on by itself. */
export const useResolution = (refundId: string, onDone: (resolved: Resolved) => void): Act<Ask, Resolved> =>
  useAct(
    async (ask: Ask, key): Promise<Resolved> => {
      const { status, data } = await answeredWithStatus(
        api.POST('/v1/refunds/{id}/resolutions', {
          params: { path: { id: refundId }, header: { 'Idempotency-Key': key } },
          body: ask,
        }),
      );
      if (status === CREATED) return { kind: 'proposed', proposalId: data.id };
      return { kind: status === ACCEPTED ? 'pending' : 'done' };
    },
    { onDone },
  );
