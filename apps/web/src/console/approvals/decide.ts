import { useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client';
import { useAct, type Act } from '../../api/use-act';
import type { StepEvidence } from './evidence';

type Ask = Readonly<{ outcome: 'approve' } | { outcome: 'reject'; reasonCode: string; note: string }>;
/** `commandId`: recorded, and carried out once the process engine is back; its command tells what becomes of it. */
export type Decided = Readonly<{ outcome: Ask['outcome']; commandId: string | null }>;
export type Decision = Act<Ask, Decided>;

/** Decides the step as it was read: the decision names the snapshot that stood on the page. */
export const useDecision = ({
  evidence: { refund, step },
  onDecided,
}: Readonly<{ evidence: Pick<StepEvidence, 'refund' | 'step'>; onDecided: (decided: Decided) => void }>): Decision => {
  const queries = useQueryClient();
  return useAct(
    async (ask: Ask, key): Promise<Decided> => {
      const answer = await answered(
        api.POST('/v1/refunds/{id}/decisions', {
          params: { path: { id: refund.id }, header: { 'Idempotency-Key': key } },
          body: { step: step.step, snapshotHash: refund.snapshotHash, ...ask },
        }),
      );
      return { outcome: ask.outcome, commandId: 'refundId' in answer ? answer.id : null };
    },
    {
      onDone: onDecided,
      // What is no more as it was read is read anew, and stands beside what the person saw.
      onRefused: ({ status }) => {
        if (status === 409) void queries.invalidateQueries({ queryKey: ['approvals', refund.id] });
      },
    },
  );
};
