import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { RefundError } from '@zikui/domain';

const SOCKET_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];
const LOST_WORDS = [
  'terminated',
  'read timeout',
  'timeout exceeded when trying to connect',
  'not queryable',
  'Driver not Connected',
  'Cannot use a pool after calling end',
];
/** 57014 is our own `statement_timeout`; 53* is a server without memory, disk or connections. */
const LOST_STATES = /^(08|57|53|25P03|25P04)/;

function codeOf(error: unknown): string {
  const source = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  const code = (source as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** True when PostgreSQL was not there, went away or was too slow: nothing is wrong with what was asked. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (LOST_STATES.test(code) || SOCKET_CODES.includes(code)) return true;
  // TypeORM gives a connection back by itself when it breaks; the rest of the transaction then meets this error.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  return error instanceof Error && code === '' && LOST_WORDS.some((words) => error.message.includes(words));
}

/** True when a whole transaction was undone only because another ran beside it. */
export const isCollision = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** True for a statement that was refused only because one before it in its transaction had failed. */
export const isFollowUp = (error: unknown): boolean => codeOf(error) === '25P02';

/** True when row-level security or a missing grant refused it. */
export const isForbidden = (error: unknown): boolean => codeOf(error) === '42501';

/** True for a connection that could not become the application's role: its server was never migrated by this release. */
export const isRoleless = (error: unknown): boolean => codeOf(error) === '22023';

/** The name of the constraint or unique index that refused a row, if one did. */
export function brokenConstraint(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint } = error.driverError as { code?: unknown; constraint?: unknown };
  return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string' ? constraint : undefined;
}

/** What a statement insisted on in vain (SQL function `insist`). */
export const insistedOn = (error: unknown): string | undefined =>
  error instanceof QueryFailedError && codeOf(error) === 'ZK001'
    ? (error.driverError as { message?: string }).message
    : undefined;

/** The error a caller sees: ours stays, a lost database becomes `unavailable`, a defect stays a defect. */
export function toRefundError(error: unknown): unknown {
  if (error instanceof RefundError || !(isUnavailable(error) || isCollision(error))) return error;
  return Object.assign(new RefundError('unavailable'), { cause: error });
}
