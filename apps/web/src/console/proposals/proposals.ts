import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, answeredWithStatus, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import { useAct, type Act } from '../../api/use-act';
import { usePaged } from '../../api/use-paged';

export type Proposal = Shape<'Proposal'>;
export type Outcome = Proposal['allowedActions'][number];

const PAGE = 100;
const ACCEPTED = 202;

/** Acts that wait for a second person, the newest first. */
export const useProposals = () =>
  usePaged<Proposal>(['proposals', { status: 'open' }], (after) =>
    answered(
      api.GET('/v1/proposals', {
        params: { query: { status: 'open', limit: PAGE, ...(after !== null && { after }) } },
      }),
    ),
  );

/** One proposal, also when it waits no more. */
export const useProposal = (id: string): UseQueryResult<Proposal, Problem> =>
  useQuery<Proposal, Problem>({
    queryKey: ['proposals', id],
    queryFn: () => answered(api.GET('/v1/proposals/{id}', { params: { path: { id } } })),
  });

export type Verdict = Readonly<{ outcome: Outcome; note: string }>;
/** `pending`: recorded, and carried out once the process engine is back. */
export type Decided = Outcome | 'pending';

/** Decides what was read: the decision names its hash. */
export const useProposalDecision = (
  { id, payloadHash }: Proposal,
  onDone: (decided: Decided) => void,
): Act<Verdict, Decided> =>
  useAct(
    async ({ outcome, note }: Verdict, key): Promise<Decided> => {
      const { status } = await answeredWithStatus(
        api.POST('/v1/proposals/{id}/decisions', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { outcome, payloadHash, ...(note !== '' && { note }) },
        }),
      );
      return status === ACCEPTED ? 'pending' : outcome;
    },
    { onDone },
  );
