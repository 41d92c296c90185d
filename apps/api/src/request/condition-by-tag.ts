import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * `Cache-Control: no-cache` speaks to caches on the way; whether a resource changed is said by its tag alone. Several
 * clients send both, and Express would then send the whole resource again.
 */
export function conditionByTag(request: IncomingMessage, _response: ServerResponse, next: () => void): void {
  if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
  next();
}
