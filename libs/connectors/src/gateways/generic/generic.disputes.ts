import {
  DISPUTE_FUNDS,
  DISPUTE_STATUSES,
  type DisputeFunds,
  type DisputeNews,
  type DisputeStatus,
} from '@zikui/domain';
import { objectIn, parseObject, textIn } from '../../json-object';
import { amountIn } from './generic.transformers';

const isDisputeStatus = (text: string | undefined): text is DisputeStatus =>
  (DISPUTE_STATUSES as readonly (string | undefined)[]).includes(text);
const isFunds = (text: string | undefined): text is DisputeFunds =>
  (DISPUTE_FUNDS as readonly (string | undefined)[]).includes(text);

/** Reads a notification that was verified; `undefined` when it tells nothing certain of a dispute. */
export function disputeNewsOf(text: string): DisputeNews | undefined {
  const event = parseObject(text) ?? {};
  const dispute = objectIn(event, 'dispute');
  const eventId = textIn(event, 'id');
  const occurredAtMs = Date.parse(textIn(event, 'occurredAt') ?? '');
  const disputeRef = textIn(dispute, 'id');
  const status = textIn(dispute, 'status');
  const amount = amountIn(dispute);
  if (eventId === undefined || disputeRef === undefined || amount === undefined) return undefined;
  if (!isDisputeStatus(status) || Number.isNaN(occurredAtMs)) return undefined;
  const funds = textIn(dispute, 'funds');
  const payment = textIn(dispute, 'payment');
  const reason = textIn(dispute, 'reason') ?? '';
  return {
    eventId,
    type: textIn(event, 'type') ?? `dispute.${status}`,
    occurredAt: new Date(occurredAtMs).toISOString(),
    disputeRef,
    gatewayRefs: payment === undefined ? [] : [payment],
    amount,
    reason: /^[a-z][a-z0-9_]{0,63}$/.test(reason) ? reason : null,
    status,
    funds: isFunds(funds) ? funds : null,
  };
}
