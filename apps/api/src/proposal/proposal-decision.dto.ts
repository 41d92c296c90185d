import { PROPOSAL_OUTCOMES, type ProposalOutcome } from '@zikui/domain';
import { ChoiceField, HashField, NoteField } from '../body/fields';

/** Body of `POST /v1/proposals/{id}/decisions`. */
export class ProposalDecisionDto {
  @ChoiceField(PROPOSAL_OUTCOMES, { example: 'confirm' }) readonly outcome!: ProposalOutcome;
  @HashField({ about: 'The `payloadHash` of the proposal as it was read: what is decided is what was seen.' })
  readonly payloadHash!: string;
  @NoteField({ presence: 'optional', about: 'For the people who read it later.' }) readonly note?: string;
}
