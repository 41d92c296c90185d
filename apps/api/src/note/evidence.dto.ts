import { RefField } from '../body/fields';

/** Query of `POST /v1/refunds/{id}/evidence`. */
export class EvidenceDto {
  @RefField({ presence: 'optional', about: 'The question or comment that the photo belongs to.' })
  readonly note?: string;
}
