import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';

/** Where customers send forms. */
const FORM_PATH = /^\/portal\/(?:link|refunds\/[^/?]+\/answers)(?:\?|$)/;

export const isPortalForm = ({ url = '', method }: IncomingMessage): boolean =>
  method === 'POST' && FORM_PATH.test(url);
export const isMultipart = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');

/** A field of a form that was read; empty when it was not sent, or more than once. */
export function fieldOf(request: Request<unknown, unknown, unknown>, name: string): string {
  const { body } = request;
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC').trim() : '';
}

/**
 * Whether a page of somebody else made the browser send it, as far as the browser tells. Our pages send no referrer, and
 * older browsers then call every origin `null`: for those the token in the form alone speaks.
 */
export function isFromElsewhere({ headers }: Request, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = headers;
  return origin !== undefined && origin !== 'null' && origin !== new URL(publicUrl).origin;
}
