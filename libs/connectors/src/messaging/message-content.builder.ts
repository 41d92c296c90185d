import type { MessageContent } from '@zikui/domain';

/** A complete message for tests; every part that a customer may read is there. */
export const messageContent = (changes: Partial<MessageContent> = {}): MessageContent => ({
  kind: 'refund_completed',
  locale: 'he',
  test: true,
  messageId: 'rf_1.refund_completed.1@zikui.test',
  to: { name: 'דנה כהן', address: 'dana@example.com' },
  merchantName: 'אור ובית',
  saleRef: 'ORD-1001',
  refundRef: 'rf_0192',
  payout: { amount: 12_345, currency: 'ILS' },
  transfers: [{ label: 'Visa 4242', amount: { amount: 12_345, currency: 'ILS' }, reference: 're_abc' }],
  reasonText: 'חלף המועד להחזרת המוצר',
  creditNoteNumber: 'ZK-17',
  returned: { amount: 12_345, currency: 'ILS' },
  labelUrl: 'https://carrier.example.com/labels/EZ1?a=1&b=2',
  trackingCode: 'EZ000000001IL',
  dueOn: '2026-11-04',
  creditExpiresOn: '2031-11-04',
  portalUrl: 'https://refunds.example.com/portal/r/abc_DEF-1',
  ...changes,
});
