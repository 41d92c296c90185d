import { NameField, WholeNumberField } from '../body/fields';

const MOST_STEPS = 100;

/** Body of `PUT /v1/refunds/{id}/assignment`. */
export class AssignmentDto {
  @WholeNumberField(MOST_STEPS, { about: 'The open approval step.' }) readonly step!: number;
  @NameField({ presence: 'nullable', about: 'Who is expected to decide; null or left out, nobody in particular.' })
  readonly to?: string | null;
}
