import { ListField, ObjectField } from '../body/field.decorator';
import { AmountField, CurrencyField } from '../body/fields';
import { PublicIdField } from '../body/public-id.field';
import { DecisionDto } from './decision.dto';

export const MOST_AT_ONCE = 50;

export class OneDecisionDto extends DecisionDto {
  @PublicIdField('refund') readonly refundId!: string;
}

export class StatedSumDto {
  @AmountField() readonly amount!: number;
  @CurrencyField() readonly currency!: string;
}

/** Body of `POST /v1/approvals/decisions`. */
export class BulkDecisionDto {
  @ListField(() => OneDecisionDto, {
    ...{ min: 1, max: MOST_AT_ONCE, distinctBy: 'refundId' },
    about: 'Each is decided by itself: one that is refused keeps none of the others back.',
  })
  readonly decisions!: readonly OneDecisionDto[];
  @ObjectField(() => StatedSumDto, {
    presence: 'optional',
    about:
      'What all refunds of the request come to, those to be rejected too, as whoever decides read it. With another sum nothing is decided.',
  })
  readonly total?: StatedSumDto;
}
