import { NETWORK_LOST, type Problem } from '../../api/problem';
import type { FormFault } from '../../parts/error-summary';
import type { RefundRequest } from './refund-request';

/** The element ids of the form's fields. */
export const FIELD = {
  line: (ref: string): string => `line-${ref}`,
  ...{ shipping: 'shipping', goodwill: 'goodwill', reason: 'reason', destination: 'destination', note: 'note' },
} as const;

const LINE = /^\/lines\/(\d+)(?:\/|$)/;
const OTHER = /^\/(shipping|goodwill|reason|destination|note)(?:\/|$)/;

/** The field behind a JSON pointer into the request; null for what the form has no field for. */
export function fieldAt(pointer: string, request: RefundRequest): string | null {
  const line = LINE.exec(pointer)?.[1];
  const ref = line === undefined ? undefined : request.lines[Number(line)]?.ref;
  if (ref !== undefined) return FIELD.line(ref);
  const name = OTHER.exec(pointer)?.[1] as Exclude<keyof typeof FIELD, 'line'> | undefined;
  return name === undefined ? null : FIELD[name];
}

/** What the server says is wrong with a request, each at its field; where it points nowhere, the whole. */
export const faultsOf = (problem: Problem, request: RefundRequest): readonly FormFault[] =>
  problem.errors.length === 0
    ? [{ field: null, text: problem.message }]
    : problem.errors.map(({ pointer, detail }) => ({ field: fieldAt(pointer, request), text: detail }));

/** Nobody knows whether it arrived: only the same request with the same key may ask. */
export const isUnknown = (problem: Problem | null): boolean => problem?.code === NETWORK_LOST;
/** Something in the form has to change before it can be sent. */
export const isForForm = ({ status }: Problem): boolean => status === 422;
