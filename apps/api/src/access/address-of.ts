import type { Request } from 'express';

/** Where the call came from, behind as many proxies as are trusted. */
export const addressOf = (request: Request): string => (request.ip ?? 'unknown').slice(0, 64);
