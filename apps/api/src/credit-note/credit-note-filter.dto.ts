import { CREDIT_NOTE_TYPES, type CreditNoteType } from '@zikui/domain';
import { ChoiceField, InstantField, RefField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';
import { PublicIdField } from '../body/public-id.field';

/** Query of `GET /v1/credit-notes`. All given ones must hold. */
export class CreditNoteFilterDto extends PagingDto {
  @RefField({ presence: 'optional', max: 48, about: 'As printed.' }) readonly number?: string;
  @PublicIdField('refund', { presence: 'optional' }) readonly refundId?: string;
  @RefField({ presence: 'optional' }) readonly saleRef?: string;
  @RefField({ presence: 'optional', about: 'Ref of the legal entity; together with `documentType` one series.' })
  readonly legalEntity?: string;
  @ChoiceField(CREDIT_NOTE_TYPES, { presence: 'optional' }) readonly documentType?: CreditNoteType;
  @ChoiceField(['draft', 'issued'], { presence: 'optional' }) readonly status?: 'draft' | 'issued';
  @InstantField({ presence: 'optional', about: 'Inclusive. Drafts are not issued.' }) readonly issuedFrom?: string;
  @InstantField({ presence: 'optional', about: 'Exclusive.' }) readonly issuedTo?: string;
}
