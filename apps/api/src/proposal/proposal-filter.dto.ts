import { PROPOSAL_KINDS, PROPOSAL_STATUSES, type ProposalKind, type ProposalStatus } from '@zikui/domain';
import { ChoiceField } from '../body/fields';
import { PublicIdField } from '../body/public-id.field';
import { PagingDto } from '../body/paging.dto';

/** Query of `GET /v1/proposals`. All given ones must hold. */
export class ProposalFilterDto extends PagingDto {
  @ChoiceField(PROPOSAL_STATUSES, { presence: 'optional' }) readonly status?: ProposalStatus;
  @ChoiceField(PROPOSAL_KINDS, { presence: 'optional' }) readonly kind?: ProposalKind;
  @PublicIdField('refund', { presence: 'optional' }) readonly refundId?: string;
}
