import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Env } from '../env';
import { loggedError } from './error-log';
import { requestIdOf } from './request-id';

/** What must never reach a log, wherever in a logged object it stands. */
const SECRETS = ['authorization', 'cookie', 'apiKey', 'webhookSecret', 'password', 'secret', 'email', 'phone', 'name'];
const REDACTED = SECRETS.flatMap((field) => [field, `*.${field}`]);

/** One line per request: which, how it ended, how long it took. No body, no header, no query. */
export const logOf = (env: Env): Params => ({
  pinoHttp: {
    level: env.LOG_LEVEL,
    redact: { paths: REDACTED, censor: '[redacted]' },
    genReqId: (request: IncomingMessage) => requestIdOf(request),
    autoLogging: { ignore: (request: IncomingMessage) => request.url?.startsWith('/health/') === true },
    customLogLevel: (_request: IncomingMessage, response: ServerResponse) =>
      response.statusCode >= 500 ? 'error' : 'info',
    wrapSerializers: false, // Ours take the things themselves: nothing that we drop is read first.
    serializers: {
      err: (error: unknown) => loggedError(error),
      req: (request: IncomingMessage & { originalUrl?: string }) => ({
        id: requestIdOf(request),
        method: request.method,
        path: shownPath(request.originalUrl ?? request.url ?? ''),
      }),
      res: ({ statusCode }: ServerResponse) => ({ status: statusCode }),
    },
  },
});

/** A path without its query; the token of a customer's link, and digits that may be a card number, are hidden. */
export const shownPath = (url: string): string =>
  url
    .split('?', 1)
    .join('')
    .replace(/(\/portal\/r\/)[^/]+/gi, '$1[token]')
    .slice(0, 200)
    .replace(/\d(?:[\s.:_-]|%20)?(?:\d(?:[\s.:_-]|%20)?){11,}\d/g, '[digits]');
