import {
  ERROR_CATALOGUE,
  errorSentence,
  RefundError,
  type ErrorCode,
  type ErrorValues,
  type Locale,
} from '@zikui/domain';
import { ruleSentence } from '../body/field-rules';

/** RFC 9457, `application/problem+json`. `code` and `values` are stable, `detail` is for people. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  values: ErrorValues;
  errors: readonly Readonly<{ pointer: string; code: ErrorCode; detail: string }>[];
  requestId: string;
}>;

export type ProblemContext = Readonly<{ publicUrl: string; locale: Locale; requestId: string }>;

/** What a caller is told of a refusal. Holds nothing but the catalogue's words, the error's own values and pointers. */
export function problemOf(error: RefundError, { publicUrl, locale, requestId }: ProblemContext): Problem {
  const { code, values, faults } = error;
  return {
    type: `${publicUrl}/docs/errors/${code}`,
    title: titleOf(code),
    status: ERROR_CATALOGUE[code].status,
    detail: errorSentence(code, values, locale),
    code,
    values,
    errors: faults.map((fault) => ({
      pointer: fault.pointer,
      code: fault.code,
      detail: fault.detail === '' ? errorSentence(fault.code, values, locale) : ruleSentence(fault.detail, locale),
    })),
    requestId,
  };
}

/** The same for every occurrence, as RFC 9457 wants: `over_refund` reads "Over refund". */
export function titleOf(code: ErrorCode): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
