import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Where reports come in. Their body is no JSON and is read while it comes. */
const REPORT_PATH = /^\/v1\/reconciliations\/reports(?:\?|$)/;
const CSV_TYPE = /^text\/csv(?:\s*;\s*(?:charset="?utf-8"?|header=(?:present|absent)))*$/i;

export const isReport = ({ url = '' }: IncomingMessage): boolean => REPORT_PATH.test(url);
export const isCsv = ({ headers }: IncomingMessage): boolean => CSV_TYPE.test(headers['content-type'] ?? '');

/** The bytes of a report as they come in. */
export const ReportBody = createParamDecorator((_data: unknown, context: ExecutionContext): IncomingMessage =>
  context.switchToHttp().getRequest<Request>(),
);
