import { NameField } from '../body/fields';

/** Body of `PUT /v1/refunds/{id}/review-assignment`. */
export class ReviewAssignmentDto {
  @NameField({ presence: 'nullable', about: 'Who is expected to see to it; null or left out, nobody in particular.' })
  readonly to?: string | null;
}
