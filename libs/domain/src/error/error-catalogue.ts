import { ACCESS_ERRORS } from './access-errors';
import { APPROVAL_ERRORS } from './approval-errors';
import { BANK_ERRORS } from './bank-errors';
import type { ErrorCode } from './error-code';
import type { ErrorEntry } from './error-entry';
import { GATEWAY_ERRORS } from './gateway-errors';
import { INPUT_ERRORS } from './input-errors';
import { POLICY_ERRORS } from './policy-errors';
import { PROPOSAL_ERRORS } from './proposal-errors';
import { REFUND_ERRORS } from './refund-errors';
import { SERVICE_ERRORS } from './service-errors';
import { WEBHOOK_ERRORS } from './webhook-errors';

/** The one table of refusals: what an edge answers and what `/docs/errors/{code}` shows. A code without an entry does not compile. */
export const ERROR_CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>> = {
  ...INPUT_ERRORS,
  ...REFUND_ERRORS,
  ...PROPOSAL_ERRORS,
  ...GATEWAY_ERRORS,
  ...WEBHOOK_ERRORS,
  ...APPROVAL_ERRORS,
  ...BANK_ERRORS,
  ...POLICY_ERRORS,
  ...ACCESS_ERRORS,
  ...SERVICE_ERRORS,
};
