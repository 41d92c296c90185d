import type { IncomingMessage, ServerResponse } from 'node:http';
import { RefundError } from '@zikui/domain';
import { isEvidence, isPhoto } from '../note/evidence-body.decorator';
import { isMultipart, isPortalForm } from '../portal/portal-form';
import { isCsv, isReport } from '../reconciliation/report-body.decorator';

const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;

/** A body is JSON, a report is CSV, evidence is a photo, what a customer sends is a form; it says so, and is not compressed. Webhooks come as their senders like: their signature speaks for them. */
export function requireJson(
  request: IncomingMessage,
  _response: ServerResponse,
  next: (error?: unknown) => void,
): void {
  const { headers, url = '' } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  const isTyped = saysWhatItIs(request);
  const isReadable = isTyped && headers['content-encoding'] === undefined;
  next(hasBody && !isReadable && !url.startsWith('/webhooks/') ? new RefundError('unsupported_media_type') : undefined);
}

function saysWhatItIs(request: IncomingMessage): boolean {
  if (isReport(request)) return isCsv(request);
  if (isPortalForm(request)) return isMultipart(request);
  return isEvidence(request) ? isPhoto(request) : JSON_TYPE.test(request.headers['content-type'] ?? '');
}
