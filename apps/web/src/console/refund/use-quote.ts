import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answered, api, type Shape } from '../../api/client';
import type { Problem } from '../../api/problem';
import type { RefundRequest } from './refund-request';

const AFTER_MS = 250;

/** What a request would pay, asked again a moment after each change; `isOld` while the shown one is of an earlier change. */
export function useQuote(
  request: RefundRequest | null,
): Readonly<{ query: UseQueryResult<Shape<'Quote'>, Problem>; isOld: boolean }> {
  const wanted = request === null ? null : JSON.stringify(request);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const query = useQuery<Shape<'Quote'>, Problem>({
    queryKey: ['quotes', asked],
    queryFn: () => answered(api.POST('/v1/refunds/quote', { body: JSON.parse(asked ?? '{}') as RefundRequest })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  return { query, isOld: asked !== wanted || query.isFetching || query.isPlaceholderData };
}
