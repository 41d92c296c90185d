import { DayField } from '../body/fields';

/** Query of `GET /v1/reports/legal_misses`. */
export class LegalMissesDto {
  @DayField({ about: 'The first local day on which money was due.' }) readonly fromDay!: string;
  @DayField({ about: 'The last one; at most 366 days after the first.' }) readonly toDay!: string;
}
