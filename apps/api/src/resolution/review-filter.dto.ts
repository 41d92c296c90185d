import { PENDING_REASONS, type PendingReason } from '@zikui/domain';
import { ChoiceField } from '../body/fields';
import { PagingDto } from '../body/paging.dto';
import { PublicIdField } from '../body/public-id.field';

/** Query of `GET /v1/reviews`. All that is given must hold. */
export class ReviewFilterDto extends PagingDto {
  @ChoiceField(['needs_review', 'in_doubt'], { presence: 'optional' }) readonly status?: 'needs_review' | 'in_doubt';
  @ChoiceField(PENDING_REASONS, {
    presence: 'optional',
    about: 'Instead, or among those: refunds of which a transfer is pending for that reason.',
  })
  readonly pendingReason?: PendingReason;
  @PublicIdField('refund', { presence: 'optional', about: 'That refund alone, if it is among those.' })
  readonly refundId?: string;
}
