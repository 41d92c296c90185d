import { NoteField } from '../body/fields';

/** Body of `POST /v1/refunds/{id}/cancellation`; may be empty. */
export class CancellationDto {
  @NoteField({ presence: 'optional', about: 'Why, for the people who read it later.' }) readonly note?: string;
}
