import type { ErrorCode } from './error-code';
import { INPUT_ERRORS } from './input-errors';
import { REFUND_ERRORS } from './refund-errors';
import { SERVICE_ERRORS } from './service-errors';

/** What the world is told about one code. `{name}` in a sentence is filled from the values of the error. */
export type ErrorEntry = Readonly<{
  /** HTTP status of the answer. */ status: number;
  he: string;
  en: string;
  /** Names of the values that may come with the code; every placeholder is one of them. */ values: readonly string[];
  /** Those values that are amounts in minor units of the value `currency`. */ amounts?: readonly string[];
}>;

/** The one table of refusals: what an edge answers and what `/docs/errors/{code}` shows. A code without an entry does not compile. */
export const ERROR_CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>> = {
  ...INPUT_ERRORS,
  ...REFUND_ERRORS,
  ...SERVICE_ERRORS,
};
