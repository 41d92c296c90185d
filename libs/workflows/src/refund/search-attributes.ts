import { defineSearchAttributeKey } from '@temporalio/common';

/** Never encrypted, so they hold ids and states only. */
export const REFUND_SEARCH_ATTRIBUTES = {
  merchant: defineSearchAttributeKey('RefundMerchant', 'KEYWORD'),
  saleRef: defineSearchAttributeKey('RefundSaleRef', 'KEYWORD'),
  gateway: defineSearchAttributeKey('RefundGateway', 'KEYWORD'),
  reason: defineSearchAttributeKey('RefundReason', 'KEYWORD'),
  status: defineSearchAttributeKey('RefundStatus', 'KEYWORD'),
  dueAt: defineSearchAttributeKey('RefundDueAt', 'DATETIME'),
  amountMinor: defineSearchAttributeKey('RefundAmountMinor', 'INT'),
  needsAttention: defineSearchAttributeKey('RefundNeedsAttention', 'BOOL'),
} as const;
