import { fromWireAmount, toWireAmount, type GatewayAsk, type GatewayOutcome } from '@zikui/domain';
import { isObject, objectIn, textIn } from '../../json-object';
import type { AnnouncingGateway } from '../gateway-adapter';
import { UnclearAnswer } from '../unclear-answer';
import { ADYEN_CAPABILITIES } from './adyen.capabilities';
import { AdyenRefused, openAdyen, type AdyenSettings } from './adyen.client';
import { refusalOf } from './adyen.refusals';
import { readAdyenDispute, readAdyenWebhook } from './adyen.webhook';

const { currencies } = ADYEN_CAPABILITIES;
const declined = (reason: string): GatewayOutcome => ({ kind: 'declined', gatewayRefundId: null, reason });

async function ask(settings: AdyenSettings, request: GatewayAsk): Promise<GatewayOutcome> {
  const { account, gatewayRef, reference, idempotencyKey } = request;
  const { currency } = request.amount;
  const value = toWireAmount(currencies, request.amount);
  if (value === undefined) return declined('amount_not_supported');
  // Sixteen letters and digits: anything else would be another place of the API.
  if (!/^[A-Z0-9]{16}$/.test(gatewayRef)) return declined('payment_not_found');
  const merchantAccount = account.settings?.['merchantAccount'] ?? '';
  const { ModificationsApi } = await openAdyen(settings, account);
  try {
    const body = { merchantAccount, reference, amount: { currency, value } };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the package names its bodies by classes and takes any object of that shape
    return confirmedOf(await ModificationsApi.refundCapturedPayment(gatewayRef, body, { idempotencyKey }), request);
  } catch (error) {
    const reason = error instanceof AdyenRefused ? refusalOf(error.code ?? undefined) : undefined;
    if (reason === undefined) throw error;
    return declined(reason);
  }
}

/** Adyen only confirms that it has the ask: what comes of it is announced. Throws `UnclearAnswer` for any other answer. */
function confirmedOf(answer: unknown, request: GatewayAsk): GatewayOutcome {
  const read = isObject(answer) ? answer : {};
  const named = objectIn(read, 'amount');
  const { value } = named;
  const amount = fromWireAmount(currencies, typeof value === 'number' ? value : 0, textIn(named, 'currency') ?? '');
  const gatewayRefundId = textIn(read, 'pspReference');
  const reference = textIn(read, 'reference') ?? null;
  const status = textIn(read, 'status') ?? 'missing';
  const evidence = {
    gatewayRefundId: gatewayRefundId ?? null,
    status,
    amount: amount?.amount ?? null,
    currency: amount?.currency ?? null,
    reference,
  };
  if (gatewayRefundId === undefined) throw new UnclearAnswer('unreadable_answer', evidence);
  if (status !== 'received') throw new UnclearAnswer('unlisted_status', evidence);
  if (amount?.amount !== request.amount.amount || amount.currency !== request.amount.currency)
    throw new UnclearAnswer('wrong_amount', evidence);
  if (reference !== request.reference) throw new UnclearAnswer('wrong_reference', evidence);
  return { kind: 'pending', gatewayRefundId, amount, reason: 'processing' };
}

/** Adyen by its official package: every refund is pending until a signed notification tells what became of it. */
export const createAdyenGateway = (settings: AdyenSettings): AnnouncingGateway => ({
  name: 'adyen',
  capabilities: ADYEN_CAPABILITIES,
  refund: (request) => ask(settings, request),
  // There is nothing to ask: a repeat under the same key tells what Adyen has.
  findRefund: () => Promise.resolve(undefined),
  readWebhook: readAdyenWebhook,
  readDispute: readAdyenDispute,
});
