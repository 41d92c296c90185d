import { Injectable } from '@nestjs/common';
import { publicId, uuidOf, type Principal } from '@zikui/domain';
import { CreditNoteReadStore, type CreditNoteDocument, type Page } from '@zikui/persistence';
import { found } from '../error/found';
import type { CreditNoteFilterDto } from './credit-note-filter.dto';

@Injectable()
export class CreditNoteService {
  constructor(private readonly notes: CreditNoteReadStore) {}

  list({ merchantId }: Principal, { refundId, ...filter }: CreditNoteFilterDto): Promise<Page<CreditNoteDocument>> {
    const refund = refundId === undefined ? undefined : uuidOf('refund', refundId);
    return this.notes.list(merchantId, { ...filter, ...(refund !== undefined && { refundId: refund }) });
  }

  async find({ merchantId }: Principal, id: string): Promise<CreditNoteDocument> {
    const creditNote = publicId('creditNote', id);
    return found(await this.notes.find(merchantId, id), 'credit_note_not_found', { creditNote });
  }
}
