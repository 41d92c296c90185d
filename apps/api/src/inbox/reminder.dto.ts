import { InstantField } from '../body/fields';

/** Body of `PUT /v1/refunds/{id}/steps/{step}/reminder`. */
export class ReminderDto {
  @InstantField({ about: 'No later than the step is due.' }) readonly at!: string;
}
