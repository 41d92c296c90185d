import type { ListsMovements, PaymentGateway, ReceivesDisputes, ReceivesGatewayWebhooks } from '@zikui/domain';

/**
 * What a vendor folder exports. It speaks the vendor's protocol and nothing else: no log, no retry, no error mapping.
 * It returns certain answers, throws `GatewayNotReached` where the call surely changed nothing, and lets every other error pass.
 */
export type GatewayAdapter = PaymentGateway &
  Partial<ReceivesGatewayWebhooks> &
  Partial<ReceivesDisputes> &
  Partial<ListsMovements>;
/** An adapter whose vendor announces results and disputes. */
export type AnnouncingGateway = PaymentGateway & ReceivesGatewayWebhooks & ReceivesDisputes;
