import type { Readable } from 'node:stream';
import { RefundError, ReportReader, reportInvalid, type ReportedMovement, type ReportFormatName } from '@zikui/domain';

const LIMIT_BYTES = 20 * 1024 * 1024;
const PAGE = 500;

/** Reads a report while it comes in, page by page: neither the file nor its rows are ever held as a whole. Each piece is told to `seen`. Throws `body_too_large`, `report_invalid`. */
export async function* readReport(
  body: Readable,
  format: ReportFormatName,
  seen: (piece: Buffer) => void,
): AsyncGenerator<readonly ReportedMovement[]> {
  const reader = new ReportReader(format);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let page: ReportedMovement[] = [];
  try {
    // Left open when a fault ends the reading: the caller must still get his answer.
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > LIMIT_BYTES) throw new RefundError('body_too_large');
      seen(piece);
      page.push(...reader.push(textOf(decoder, piece)));
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
    page.push(...reader.push(textOf(decoder)), ...reader.end());
    yield page;
  } finally {
    body.resume();
  }
}

function textOf(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw reportInvalid(1, 1, 'the file is not UTF-8');
  }
}
