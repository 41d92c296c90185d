/** Reports that can be imported, by the name of their format. */
export const REPORT_FORMAT_NAMES = ['standard', 'stripe_itemized', 'adyen_settlement_details'] as const;
export type ReportFormatName = (typeof REPORT_FORMAT_NAMES)[number];
