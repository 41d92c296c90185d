/** What a screen may know of the domain: names of states and how money is written. It decides nothing, and loads no rules. */
export { PERMISSIONS, type Permission } from './access/permission';
export { APPROVAL_STEP_STATUSES, type ApprovalStepStatus } from './approval/approval-step-status';
export { formatMoney } from './money/format-money';
export type { Money } from './money/money';
export { minorUnitsOf } from './money/parse-decimal';
export { columnsOf, REFUND_COLUMNS, USUAL_COLUMNS, type RefundColumn } from './refund/refund-columns';
export { isClosed, REFUND_STATUSES, type RefundStatus } from './refund/refund-status';
export { RESOLUTION_RULES } from './resolution/resolution-action';
export type { Locale } from './sale/sale';
export { declineSentence } from './text/decline-sentence';
export { DESTINATION_NAMES, HOLD_NAMES, PENDING_NAMES, REASON_NAMES, ROLE_NAMES } from './text/display-names';
export { isolatedParts } from './text/isolated-parts';
export { reviewSentence } from './text/review-sentence';
export { TRANSFER_STATUSES, type TransferStatus } from './transfer/transfer-status';
