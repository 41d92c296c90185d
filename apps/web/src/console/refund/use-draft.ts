import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, api } from '../../api/client';
import { asProblem, type Problem } from '../../api/problem';
import { noAnswers, type Answers } from './refund-request';

const AFTER_MS = 1_000;
const nameOf = (saleRef: string): { params: { path: { id: string } } } => ({ params: { path: { id: saleRef } } });

/** What somebody had typed about this sale before he left; nothing of it is there after a day. */
export function useDraft(saleRef: string): UseQueryResult<Answers, Problem> {
  return useQuery<Answers, Problem>({
    queryKey: ['drafts', saleRef],
    queryFn: async () => {
      try {
        const { form } = await answered(api.GET('/v1/refund-drafts/{id}', nameOf(saleRef)));
        return { ...noAnswers, ...(JSON.parse(form) as Partial<Answers>) };
      } catch (thrown) {
        // Whoever cannot go on with an old form begins a new one; only who is signed out has to come back first.
        if (asProblem(thrown).status === 401) throw thrown;
        return noAnswers;
      }
    },
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Keeps answers a moment after each change. Gives what throws them away, once they were sent. */
export function useKeptAnswers(saleRef: string, answers: Answers): () => Promise<void> {
  const kept = useRef(answers);
  useEffect(() => {
    if (kept.current === answers) return;
    const timer = setTimeout(() => {
      kept.current = answers;
      // What cannot be kept now is kept after the next change: the form itself stays on the page.
      void api.PUT('/v1/refund-drafts/{id}', { ...nameOf(saleRef), body: { form: JSON.stringify(answers) } });
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [saleRef, answers]);
  return async () => {
    kept.current = answers;
    await api.DELETE('/v1/refund-drafts/{id}', nameOf(saleRef));
  };
}
