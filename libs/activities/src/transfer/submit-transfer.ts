import { ApplicationFailure } from '@temporalio/common';
import {
  GatewayNotReached,
  mayRepeat,
  type GatewayAsk,
  type PaymentGateway,
  type TransferOutcome,
} from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import type { ClaimedTransfer, GatewayAccounts, Gateways, TransferBook, UnknownAnswer } from './transfer.ports';
import { unknownAnswer } from './unknown-answer';

export type TransferAsk = Readonly<{ merchantId: string; transferId: string; gateway: string }>;
export type TransferPorts = Readonly<{
  transfers: TransferBook;
  gateways: Gateways;
  accounts: GatewayAccounts;
  now: () => number;
}>;
type Claim = Extract<ClaimedTransfer, { kind: 'send' }>;

/**
 * Sends one transfer and records the answer. Its key was stored before the call, so a repeat moves the money once; a
 * repeat of a call that was cut off asks the gateway first. Throws only when nothing was sent or nothing could be written.
 */
export async function submitTransfer(ports: TransferPorts, ask: TransferAsk): Promise<TransferOutcome> {
  const gateway = ports.gateways.gateway(ask.gateway);
  // Before the claim: an account that is missing must refuse while the attempt is still unsent.
  const account = await ports.accounts.gatewayAccount(ask.merchantId, ask.gateway);
  const claim = await ports.transfers.claim(ask.transferId);
  if (claim.kind === 'done') return claim.outcome;
  await failpoint('gw.after_claim');

  const call: GatewayAsk = { ...claim.ask, account };
  const known = claim.repeated ? await whatBecameOf(ports, gateway, claim, call) : undefined;
  if (known) return ports.transfers.record(claim.attemptId, known);
  const answer = await send(ports, gateway, claim, call);
  await failpoint('gw.after_send');
  const outcome = await ports.transfers.record(claim.attemptId, answer, claim.sending);
  await failpoint('gw.after_record');
  return outcome;
}

/** What the gateway holds of a call that was cut off; `undefined` when it may be sent again under its own key. */
async function whatBecameOf({ now }: TransferPorts, gateway: PaymentGateway, claim: Claim, call: GatewayAsk) {
  try {
    const found = await gateway.findRefund(call);
    if (found !== undefined) return found;
  } catch (error) {
    return unknownAnswer(error);
  }
  const { sentAtMs, lastSentAtMs = sentAtMs } = claim;
  if (mayRepeat(gateway.capabilities, now() - sentAtMs, now() - lastSentAtMs)) return undefined;
  return { kind: 'unknown', evidence: { cause: 'not_found_and_key_forgotten' } } satisfies UnknownAnswer;
}

async function send({ transfers }: TransferPorts, gateway: PaymentGateway, claim: Claim, call: GatewayAsk) {
  try {
    return await gateway.refund(call);
  } catch (error) {
    if (!(error instanceof GatewayNotReached)) return unknownAnswer(error);
    // Only a first call that never left proves that nothing was sent; an earlier one may have moved the money.
    if (!claim.repeated) await transfers.notSent(claim.attemptId);
    throw ApplicationFailure.create({
      type: 'gateway_not_reached',
      message: `${gateway.name} was not reached`,
      ...(error.retryAfterMs === null ? {} : { nextRetryDelay: error.retryAfterMs }),
    });
  }
}
