import type { ErrorCode } from './error-code';

/** Values that fill the catalogue's sentence; never personal data, never a secret. */
export type ErrorValues = Readonly<Record<string, string | number | null>>;
/** One wrong field: a JSON pointer into the request's body (RFC 6901) and what is wrong with it. */
export type FieldFault = Readonly<{ pointer: string; code: ErrorCode; detail: string }>;

/** The one error class of the product. `code` is stable; edges translate it once (Temporal, HTTP). */
export class RefundError extends Error {
  override readonly name = 'RefundError';
  constructor(
    readonly code: ErrorCode,
    readonly values: ErrorValues = {},
    readonly faults: readonly FieldFault[] = [],
  ) {
    super(`${code} ${JSON.stringify(values)}`);
  }
}
