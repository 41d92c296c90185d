/** A refusal of the API (RFC 9457), or, by codes of our own, that no answer came. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly Readonly<{ pointer: string; code: string; detail: string }>[];
  readonly requestId: string | null;

  constructor(told: ToldProblem) {
    super(told.detail);
    this.code = told.code;
    this.status = told.status;
    this.values = told.values ?? {};
    this.errors = told.errors ?? [];
    this.requestId = told.requestId ?? null;
  }
}

type ToldProblem = Readonly<{
  code: string;
  status: number;
  detail: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly Readonly<{ pointer: string; code: string; detail: string }>[];
  requestId?: string;
}>;

/** No answer: the request may have arrived or not. A repeat with the same key asks what became of it. */
export const NETWORK_LOST = 'network_lost';
/** An answer that is no problem document, as of a proxy. */
const UNREADABLE = 'unreadable_answer';

const isTold = (body: unknown): body is ToldProblem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body;

export const problemOf = (body: unknown, status: number): Problem =>
  new Problem(isTold(body) ? body : { code: UNREADABLE, status, detail: '' });

export const networkLost = (): Problem => new Problem({ code: NETWORK_LOST, status: 0, detail: '' });

/** What is wrong with one field of what was sent, by its JSON pointer; `undefined` when nothing is. */
export const faultAt = (problem: Problem | null, pointer: string): string | undefined =>
  problem?.errors.find((fault) => fault.pointer === pointer)?.detail;

/** Whatever was thrown, as a problem to show. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : new Problem({ code: 'page_fault', status: 0, detail: '' });
