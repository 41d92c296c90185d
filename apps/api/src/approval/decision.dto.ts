import { LEGAL_REJECTION_CODES, REJECTION_CODES } from '@zikui/domain';
import { ChoiceField, HashField, NoteField, RefField, WholeNumberField } from '../body/fields';

export const OUTCOMES = ['approve', 'reject'] as const;
export const MOST_STEPS = 100;

const rejects = (decision: object): boolean => 'outcome' in decision && decision.outcome === 'reject';

/** Body of `POST /v1/refunds/{id}/decisions`. */
export class DecisionDto {
  @WholeNumberField(MOST_STEPS, { about: 'Number of the approval step, from 1.', example: 1 }) readonly step!: number;
  @ChoiceField(OUTCOMES, { example: 'approve' }) readonly outcome!: (typeof OUTCOMES)[number];
  @HashField({ about: 'The `snapshotHash` of the refund as it was read: what is decided is what was seen.' })
  readonly snapshotHash!: string;
  @RefField({
    max: 48,
    presence: 'optional',
    neededIf: rejects,
    about: `Why; a rejection needs it. One of ${REJECTION_CODES.join(', ')}, or a code of your own. A refund that the law grants is rejected only for ${LEGAL_REJECTION_CODES.join(', ')}.`,
    example: 'outside_policy',
  })
  readonly reasonCode?: string;
  @NoteField({
    presence: 'optional',
    neededIf: rejects,
    about: 'With a rejection, which needs it: the text for the customer.',
  })
  readonly note?: string;
}
