import { InstantField, NoteField, WholeNumberField } from '../body/fields';

const MOST_STEPS = 100;

/** Body of `POST /v1/refunds/{id}/deadline`. */
export class DeadlineDto {
  @InstantField({ about: 'Later than now.' }) readonly dueAt!: string;
  @WholeNumberField(MOST_STEPS, {
    presence: 'optional',
    about:
      'The open approval step whose escalation moves. Left out: when the refund stops waiting for approvals or goods.',
  })
  readonly step?: number;
  @NoteField({ presence: 'optional', about: 'Why, for the people who read it later.' }) readonly note?: string;
}
