import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const ids = new WeakMap<IncomingMessage, string>();

/** Names the request for its log lines and its answer: the caller's own `X-Request-Id` if it is a plain one, else a new id. */
export function nameRequest(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const asked = request.headers['x-request-id'];
  const id = typeof asked === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(asked) ? asked : randomUUID();
  ids.set(request, id);
  response.setHeader('X-Request-Id', id);
  next();
}

/** The id of a request that `nameRequest` has seen. */
export const requestIdOf = (request: IncomingMessage): string => ids.get(request) ?? 'unnamed';
