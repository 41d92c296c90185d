import type { IncomingMessage, ServerResponse } from 'node:http';

/** While the service leaves, each answer ends its connection: the caller's next one goes to another process. */
export const closeWhile =
  (isLeaving: () => boolean) =>
  (_request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (isLeaving()) response.setHeader('Connection', 'close');
    next();
  };
