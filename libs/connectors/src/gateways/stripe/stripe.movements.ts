import type { GatewayMovement, ListsMovements, MovementsAsk } from '@zikui/domain';
import type Stripe from 'stripe';
import { UnclearAnswer } from '../unclear-answer';
import { callAs } from './stripe.client';
import { notReached } from './stripe.refusals';
import { readRefund } from './stripe.transformers';

const PAGE = 100;
const SECOND = 1_000;

/** A refund in the account's list. Throws `UnclearAnswer` for one that cannot be read: a list with a hole proves nothing. */
function movementOf(listed: Stripe.Refund): GatewayMovement {
  const refund = readRefund(listed);
  const { created } = listed as Readonly<{ created?: unknown }>;
  if (refund?.amount === undefined || typeof created !== 'number') throw new UnclearAnswer('unreadable_answer', {});
  const { id, reference, gatewayRef, amount, sureness } = refund;
  const createdAt = new Date(created * SECOND).toISOString();
  return { gatewayRefundId: id, reference, gatewayRef, amount, status: sureness, createdAt };
}

/** The account's refunds of a span of time, as Stripe lists them: newest first, by whole seconds. */
export function listStripeMovements(stripe: Stripe): ListsMovements['listMovements'] {
  return async ({ account, fromMs, toMs, after }: MovementsAsk) => {
    const created = { gte: Math.floor(fromMs / SECOND), lt: Math.ceil(toMs / SECOND) };
    const cursor = after === null ? {} : { starting_after: after };
    try {
      const list = await stripe.refunds.list({ created, ...cursor, limit: PAGE }, callAs(account).options);
      if (!Array.isArray(list.data)) throw new UnclearAnswer('unreadable_answer', {});
      const items = list.data.map(movementOf);
      return { items, next: list.has_more ? (items.at(-1)?.gatewayRefundId ?? null) : null };
    } catch (error) {
      throw notReached(error, 1) ?? error;
    }
  };
}
