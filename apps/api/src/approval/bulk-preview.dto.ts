import { ListField } from '../body/field.decorator';
import { ChoiceField, HashField, RefField, WholeNumberField } from '../body/fields';
import { PublicIdField } from '../body/public-id.field';
import { MOST_AT_ONCE } from './bulk-decision.dto';
import { MOST_STEPS, OUTCOMES } from './decision.dto';

export class ChosenStepDto {
  @PublicIdField('refund') readonly refundId!: string;
  @WholeNumberField(MOST_STEPS, { about: 'Number of the approval step, from 1.', example: 1 }) readonly step!: number;
  @HashField({ about: 'The `snapshotHash` of the refund as it was read.' }) readonly snapshotHash!: string;
}

/** Body of `POST /v1/approvals/decisions/preview`. */
export class BulkPreviewDto {
  @ChoiceField(OUTCOMES, { example: 'approve' }) readonly outcome!: (typeof OUTCOMES)[number];
  @RefField({ max: 48, presence: 'optional', about: 'Of a rejection. Without it every other rule is looked at.' })
  readonly reasonCode?: string;
  @ListField(() => ChosenStepDto, { min: 1, max: MOST_AT_ONCE, distinctBy: 'refundId' })
  readonly steps!: readonly ChosenStepDto[];
}
