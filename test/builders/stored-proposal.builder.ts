import { publicId } from '@zikui/domain';
import { newId, type NewProposal } from '@zikui/persistence';
import type { StoredRefund } from './stored-refund.builder';

/** A statement about the first transfer of a refund that a second person has to confirm. */
export const proposalOf = (refund: StoredRefund, over: Partial<NewProposal> = {}): NewProposal => {
  const transferId = refund.transferIds[0] ?? '';
  return {
    kind: 'resolution',
    subject: `transfer:${transferId}`,
    refundId: refund.id,
    transferId,
    payload: { action: 'mark_settled', transfer: publicId('transfer', transferId), gatewayRefundId: 're_found' },
    amount: 10_000,
    currency: 'ILS',
    reason: null,
    evidence: 'Seen in the statement of 21 November',
    route: `POST /v1/refunds/${refund.id}/resolutions`,
    key: newId(),
    bodyHash: 'b'.repeat(64),
    ...over,
  };
};
