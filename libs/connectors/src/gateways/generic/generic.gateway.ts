import { toWireAmount, type GatewayAsk, type GatewayOutcome } from '@zikui/domain';
import { isObject } from '../../json-object';
import type { GatewayAdapter } from '../gateway-adapter';
import { UnclearAnswer } from '../unclear-answer';
import { GENERIC_CAPABILITIES } from './generic.capabilities';
import { callBridge, type GenericSettings } from './generic.client';
import { listBridge } from './generic.movements';
import { disputeNewsOf } from './generic.disputes';
import { verifyNotification } from './generic.signature';
import { newsOf, outcomeOf } from './generic.transformers';

async function ask(settings: GenericSettings, request: GatewayAsk): Promise<GatewayOutcome> {
  const { account, idempotencyKey, reference, gatewayRef: payment } = request;
  const amount = toWireAmount(GENERIC_CAPABILITIES.currencies, request.amount);
  if (amount === undefined) return { kind: 'declined', gatewayRefundId: null, reason: 'amount_not_supported' };
  const body = { reference, payment, amount, currency: request.amount.currency };
  return outcomeOf(
    await callBridge(settings, account, { method: 'POST', path: '/refunds', idempotencyKey, body }),
    request,
  );
}

async function find(settings: GenericSettings, request: GatewayAsk): Promise<GatewayOutcome | undefined> {
  const { account, reference, gatewayRef: payment } = request;
  const query = new URLSearchParams({ reference, payment });
  const { refunds: answer } = await callBridge(settings, account, {
    method: 'GET',
    path: `/refunds?${query.toString()}`,
  });
  if (!Array.isArray(answer)) throw new UnclearAnswer('unreadable_answer', {});
  const refunds: readonly unknown[] = answer;
  const [only, ...others] = refunds;
  if (others.length > 0) throw new UnclearAnswer('found_twice', { reference, count: refunds.length });
  if (only === undefined) return undefined;
  if (!isObject(only)) throw new UnclearAnswer('unreadable_answer', {});
  return outcomeOf(only, request);
}

/** Any acquirer behind a small program that speaks the house's own contract (docs/generic-gateway.md). */
export const createGenericGateway = (settings: GenericSettings): Required<GatewayAdapter> => ({
  name: 'generic',
  capabilities: GENERIC_CAPABILITIES,
  refund: (request) => ask(settings, request),
  findRefund: (request) => find(settings, request),
  async readWebhook(account, rawBody, headers) {
    verifyNotification(account, rawBody, headers);
    return newsOf(rawBody.toString('utf8'));
  },
  listMovements: (ask) => listBridge(settings, ask),
  async readDispute(account, rawBody, headers) {
    verifyNotification(account, rawBody, headers);
    return disputeNewsOf(rawBody.toString('utf8'));
  },
});
