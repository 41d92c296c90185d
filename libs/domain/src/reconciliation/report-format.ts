import { ADYEN_REPORT } from './adyen.report';
import type { ReportFormatName } from './report-format-name';
import type { ReportFormat } from './report-row';
import { STANDARD_REPORT } from './standard.report';
import { STRIPE_REPORT } from './stripe.report';

export const REPORT_FORMATS: Readonly<Record<ReportFormatName, ReportFormat>> = {
  standard: STANDARD_REPORT,
  stripe_itemized: STRIPE_REPORT,
  adyen_settlement_details: ADYEN_REPORT,
};
