import { Injectable, StreamableFile } from '@nestjs/common';
import { evidenceTypeOf, publicId, RefundError, type Principal } from '@zikui/domain';
import { EvidenceStore, type EvidenceView } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import { noteOf } from './note.service';

type Ask = Readonly<{ refundId: string; key: string; note: string | undefined; content: Buffer }>;

@Injectable()
export class EvidenceService {
  constructor(private readonly evidence: EvidenceStore) {}

  /** What a file is is read from its bytes; what it calls itself opens only the door. */
  async add(principal: Principal, { refundId, key, note, content }: Ask): Promise<Answer<EvidenceView>> {
    const mediaType = evidenceTypeOf(content);
    if (mediaType === null) throw new RefundError('unsupported_media_type');
    const noteId = noteOf(note);
    const { evidence, replayed } = await this.evidence.add(principal, { refundId, noteId, mediaType, content, key });
    return new Answer(evidence, { status: 201, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} });
  }

  async list({ merchantId }: Principal, refundId: string): Promise<Readonly<{ items: readonly EvidenceView[] }>> {
    const files = await this.evidence.list(merchantId, refundId);
    return { items: found(files, 'refund_not_found', { refund: publicId('refund', refundId) }) };
  }

  /** Always a download: a browser shows none of it as a page of ours. */
  async content({ merchantId }: Principal, refundId: string, id: string): Promise<Answer<StreamableFile>> {
    const file = found(await this.evidence.content(merchantId, refundId, id), 'evidence_not_found', {
      evidence: publicId('evidence', id),
    });
    const [, extension = ''] = file.mediaType.split('/');
    const disposition = `attachment; filename="${publicId('evidence', id)}.${extension}"`;
    const shown = new StreamableFile(file.content, { type: file.mediaType, disposition });
    return new Answer(shown, { headers: { ETag: `"${file.contentHash}"`, 'Cache-Control': 'no-store' } });
  }
}
