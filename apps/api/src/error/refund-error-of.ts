import { HttpException } from '@nestjs/common';
import { RefundError, type ErrorCode } from '@zikui/domain';

/** What the framework refuses by itself before one of our routes is reached, by its HTTP status. */
const BY_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'invalid_request'],
  [404, 'route_not_found'],
  [405, 'route_not_found'],
  [413, 'body_too_large'],
  [415, 'unsupported_media_type'],
  [429, 'rate_limited'],
  [503, 'unavailable'],
]);

/** The one translation from anything thrown to a code of ours. What is not known is `internal`: a defect to be logged. */
export function refundErrorOf(thrown: unknown): RefundError {
  if (thrown instanceof RefundError) return thrown;
  const status = statusOf(thrown);
  return new RefundError((status !== undefined && BY_STATUS.get(status)) || 'internal');
}

/** Nest says `getStatus`, the body reader and the router say `status`. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error) || !('status' in thrown)) return undefined;
  return typeof thrown.status === 'number' ? thrown.status : undefined;
}
