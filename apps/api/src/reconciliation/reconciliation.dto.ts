import { REPORT_FORMAT_NAMES, type ReportFormatName } from '@zikui/domain';
import { ChoiceField, DayField, RefField } from '../body/fields';

/** Body of `POST /v1/reconciliations`. */
export class ReconciliationDto {
  @RefField({ max: 32, about: 'One of the merchant’s accounts: `stripe`.' }) readonly gateway!: string;
  @DayField({ about: 'A local day of the merchant.' }) readonly day!: string;
}

/** Query of `POST /v1/reconciliations/reports`. */
export class ReportDto {
  @RefField({ max: 32 }) readonly gateway!: string;
  @ChoiceField(REPORT_FORMAT_NAMES) readonly format!: ReportFormatName;
  @DayField({ about: 'The first local day that the report is for.' }) readonly fromDay!: string;
  @DayField({ about: 'The last one; at most 92 days after the first.' }) readonly toDay!: string;
}
