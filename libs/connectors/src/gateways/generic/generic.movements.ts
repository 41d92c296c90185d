import type { GatewayMovement, MovementsAsk } from '@zikui/domain';
import { isObject, textIn } from '../../json-object';
import { UnclearAnswer } from '../unclear-answer';
import { callBridge, type GenericSettings } from './generic.client';
import { amountIn, statusIn } from './generic.transformers';

const PAGE = 100;
/** What continues a list is the bridge's own word; a longer one is none. */
const LONGEST_CURSOR = 200;

/** A refund in the bridge's list. Throws `UnclearAnswer` for one that cannot be read: a list with a hole proves nothing. */
function movementOf(listed: unknown): GatewayMovement {
  const refund = isObject(listed) ? listed : {};
  const gatewayRefundId = textIn(refund, 'id');
  const amount = amountIn(refund);
  const createdAtMs = Date.parse(textIn(refund, 'createdAt') ?? '');
  if (gatewayRefundId === undefined || amount === undefined || Number.isNaN(createdAtMs))
    throw new UnclearAnswer('unreadable_answer', { gatewayRefundId: gatewayRefundId ?? null });
  return {
    gatewayRefundId,
    reference: textIn(refund, 'reference') ?? null,
    gatewayRef: textIn(refund, 'payment') ?? null,
    amount,
    status: statusIn(refund) ?? 'unknown',
    createdAt: new Date(createdAtMs).toISOString(),
  };
}

/** One page of the refunds of a span of time, as the bridge lists them. */
export async function listBridge(
  settings: GenericSettings,
  { account, fromMs, toMs, after }: MovementsAsk,
): Promise<Readonly<{ items: readonly GatewayMovement[]; next: string | null }>> {
  const span = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString(), limit: String(PAGE) };
  const query = new URLSearchParams({ ...span, ...(after === null ? {} : { after }) });
  const answer = await callBridge(settings, account, { method: 'GET', path: `/movements?${query.toString()}` });
  const { movements, next } = answer;
  const isCursor = typeof next === 'string' && next !== '' && next.length <= LONGEST_CURSOR;
  if (!Array.isArray(movements) || movements.length > PAGE || !(next === null || isCursor))
    throw new UnclearAnswer('unreadable_answer', {});
  return { items: movements.map(movementOf), next };
}
