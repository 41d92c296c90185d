import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { asProblem, NETWORK_LOST, type Problem } from './problem';

/** No answer, or none that is final: the same key must ask again. */
const isOpen = ({ code, status }: Problem): boolean =>
  code === NETWORK_LOST || status === 401 || status === 429 || status >= 500;

/**
 * An act that changes something. One `Idempotency-Key` from the first try to its final answer, so that a second click, Enter
 * or a repeat after a lost connection is the same request; `reset`, as when its form is left, begins another one. While it is
 * under way a further call does nothing.
 */
export function useAct<Asked, Data>(
  perform: (asked: Asked, idempotencyKey: string) => Promise<Data>,
  {
    onDone,
    onRefused,
  }: Readonly<{ onDone?: (data: Data, asked: Asked) => void; onRefused?: (problem: Problem) => void }> = {},
): Act<Asked, Data> {
  const key = useRef<string | null>(null);
  const busy = useRef(false);
  const mutation = useMutation<Data, Problem, Asked>({
    mutationFn: async (asked) => {
      key.current ??= crypto.randomUUID();
      try {
        const data = await perform(asked, key.current);
        key.current = null;
        return data;
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (!isOpen(problem)) key.current = null;
        throw problem;
      } finally {
        busy.current = false;
      }
    },
    onSuccess: (data, asked) => onDone?.(data, asked),
    onError: (problem) => onRefused?.(problem),
  });
  const { mutate, reset: forget } = mutation;
  const act = useCallback(
    (asked: Asked) => {
      if (busy.current) return;
      busy.current = true;
      mutate(asked);
    },
    [mutate],
  );
  const reset = useCallback(() => {
    key.current = null;
    forget();
  }, [forget]);
  return { ...mutation, act, reset };
}

export type Act<Asked, Data> = UseMutationResult<Data, Problem, Asked> & Readonly<{ act: (asked: Asked) => void }>;
