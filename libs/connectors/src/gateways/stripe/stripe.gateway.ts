import { toWireAmount, type GatewayAccount, type GatewayAsk, type GatewayOutcome } from '@zikui/domain';
import type Stripe from 'stripe';
import type { GatewayAdapter } from '../gateway-adapter';
import { UnclearAnswer } from '../unclear-answer';
import { STRIPE_CAPABILITIES } from './stripe.capabilities';
import { callAs, openStripe, type StripeSettings } from './stripe.client';
import { listStripeMovements } from './stripe.movements';
import { notReached, refusalOf } from './stripe.refusals';
import { outcomeOf, readRefund, REFERENCE_KEY } from './stripe.transformers';
import { readStripeDispute, readStripeWebhook } from './stripe.webhook';

const PAGE = 100;
/** More refunds of one payment than this are not searched: the answer is then unknown, never "not found". */
const MOST_PAGES = 50;

type PaymentRef = Readonly<{ payment_intent: string } | { charge: string }>;

/** A payment is named by its payment intent or by its charge (`py_` for charges that are not cards). */
function paymentOf(gatewayRef: string): PaymentRef | undefined {
  if (/^pi_\w+$/.test(gatewayRef)) return { payment_intent: gatewayRef };
  return /^(ch|py)_\w+$/.test(gatewayRef) ? { charge: gatewayRef } : undefined;
}

const declined = (reason: string): GatewayOutcome => ({ kind: 'declined', gatewayRefundId: null, reason });

async function ask(stripe: Stripe, request: GatewayAsk): Promise<GatewayOutcome> {
  const payment = paymentOf(request.gatewayRef);
  const amount = toWireAmount(STRIPE_CAPABILITIES.currencies, request.amount);
  if (payment === undefined) return declined('payment_not_found');
  if (amount === undefined) return declined('amount_not_supported');
  const { options, tries } = callAs(request.account, request.idempotencyKey);
  try {
    const metadata = { [REFERENCE_KEY]: request.reference };
    return outcomeOf(await stripe.refunds.create({ ...payment, amount, metadata }, options), request);
  } catch (error) {
    const reason = refusalOf(error);
    if (reason !== undefined) return declined(reason);
    throw notReached(error, tries()) ?? error;
  }
}

/** Every refund of the payment that carries our reference. */
async function withReference(
  stripe: Stripe,
  account: GatewayAccount,
  payment: PaymentRef,
  reference: string,
): Promise<readonly Stripe.Refund[]> {
  const found: Stripe.Refund[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const cursor = after === undefined ? {} : { starting_after: after };
    const list = await stripe.refunds.list({ ...payment, ...cursor, limit: PAGE }, callAs(account).options);
    if (!Array.isArray(list.data)) throw new UnclearAnswer('unreadable_answer', {});
    found.push(...list.data.filter((refund) => readRefund(refund)?.reference === reference));
    after = list.data.at(-1)?.id;
    if (!list.has_more || after === undefined) return found;
  }
  throw new UnclearAnswer('too_many_refunds', { reference });
}

async function find(stripe: Stripe, request: GatewayAsk): Promise<GatewayOutcome | undefined> {
  const payment = paymentOf(request.gatewayRef);
  if (payment === undefined) return undefined;
  try {
    const found = await withReference(stripe, request.account, payment, request.reference);
    if (found.length > 1) throw new UnclearAnswer('found_twice', { reference: request.reference, count: found.length });
    return found[0] === undefined ? undefined : outcomeOf(found[0], request);
  } catch (error) {
    // A payment that Stripe does not know has no refunds.
    if (refusalOf(error) === 'payment_not_found') return undefined;
    throw notReached(error, 1) ?? error;
  }
}

/** Stripe by its official package. Every call carries the account's key and, where it moves money, the attempt's own idempotency key. */
export function createStripeGateway(settings: StripeSettings): Required<GatewayAdapter> {
  const stripe = openStripe(settings);
  return {
    name: 'stripe',
    capabilities: STRIPE_CAPABILITIES,
    refund: (request) => ask(stripe, request),
    findRefund: (request) => find(stripe, request),
    readWebhook: async (account, rawBody, headers) => readStripeWebhook(account, rawBody, headers),
    readDispute: async (account, rawBody, headers) => readStripeDispute(account, rawBody, headers),
    listMovements: listStripeMovements(stripe),
  };
}
