import type { StatusEvent } from '@zikui/persistence';

/** The body that is signed and sent: the event as `GET /v1/events` shows it. The same bytes at each try. */
export const webhookBody = (event: StatusEvent): string =>
  JSON.stringify({ type: event.type, timestamp: event.at, data: event });
