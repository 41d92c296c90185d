import { ApplicationFailure } from '@temporalio/common';
import {
  GatewayNotReached,
  mayRepeat,
  type GatewayAsk,
  type PaymentGateway,
  type TransferOutcome,
} from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import { notedLookUp } from './noted-look-up';
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
/** `held`: nothing was sent, because something holds the transfer; its process is woken when that is lifted. */
export type SubmittedTransfer = TransferOutcome | 'held';

/** Whoever was stopped for longer after his claim asks again: a switch may have been thrown meanwhile. */
const CLAIM_LASTS_MS = 4_000;

/**
 * Sends one transfer and records the answer. Its key was stored before the call, so a repeat moves the money once; a
 * repeat of a call that was cut off asks the gateway first. Throws only when nothing was sent or nothing could be written.
 */
export async function submitTransfer(ports: TransferPorts, ask: TransferAsk): Promise<SubmittedTransfer> {
  const { merchantId } = ask;
  const gateway = ports.gateways.gateway(ask.gateway);
  // Before the claim: an account that is missing must refuse while the attempt is still unsent.
  const account = await ports.accounts.gatewayAccount(merchantId, ask.gateway);
  const claim = await ports.transfers.claim(merchantId, ask.transferId);
  const claimedAtMs = ports.now();
  if (claim.kind === 'done') return claim.outcome;
  if (claim.kind === 'held') return 'held';
  await failpoint('gw.after_claim');

  const call: GatewayAsk = { ...claim.ask, account };
  if (claim.kind === 'look_up') {
    return ports.transfers.record(
      merchantId,
      claim.attemptId,
      (await lookUp(ports, gateway, claim.attemptId, call)) ?? NOT_REPEATED,
    );
  }
  const known = claim.repeated ? await whatBecameOf(ports, gateway, claim, call) : undefined;
  if (known) return ports.transfers.record(merchantId, claim.attemptId, known);
  const isOld = ports.now() - claimedAtMs > CLAIM_LASTS_MS;
  const fresh = isOld ? await claimAnew(ports, claim, ask) : claim;
  if (fresh.kind !== 'send') return ports.transfers.record(merchantId, claim.attemptId, NOT_REPEATED);
  const answer = await send(ports, gateway, fresh, call);
  await failpoint('gw.after_send');
  const outcome = await ports.transfers.record(merchantId, fresh.attemptId, answer, fresh.sending);
  await failpoint('gw.after_record');
  return outcome;
}

/** The claim is too old to be sent on. What never left is planned again, for the next try; a repeat that was looked up for long is claimed once more. */
async function claimAnew({ transfers }: TransferPorts, claim: Claim, ask: TransferAsk): Promise<ClaimedTransfer> {
  if (claim.repeated) return transfers.claim(ask.merchantId, ask.transferId);
  await transfers.notSent(ask.merchantId, claim.attemptId);
  throw ApplicationFailure.create({
    type: 'claim_too_old',
    message: `The claim of a transfer to ${ask.gateway} was too old to be sent on`,
  });
}

/** What the gateway holds of a call, or why that cannot be known; `undefined` when nothing was found. */
async function lookUp({ transfers }: TransferPorts, gateway: PaymentGateway, attemptId: string, call: GatewayAsk) {
  const looked = await notedLookUp(transfers, gateway, attemptId, call);
  return 'error' in looked ? unknownAnswer(looked.error) : looked.found;
}
const NOT_REPEATED: UnknownAnswer = { kind: 'unknown', evidence: { cause: 'not_found_and_held' } };

/** What the gateway holds of a call that was cut off; `undefined` when it may be sent again under its own key. */
async function whatBecameOf(ports: TransferPorts, gateway: PaymentGateway, claim: Claim, call: GatewayAsk) {
  const { now } = ports;
  const found = await lookUp(ports, gateway, claim.attemptId, call);
  if (found !== undefined) return found;
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
    const { cause_: cause, retryAfterMs } = error;
    if (!claim.repeated) await transfers.notSent(call.account.merchantId, claim.attemptId, { cause, retryAfterMs });
    throw ApplicationFailure.create({
      type: 'gateway_not_reached',
      message: `${gateway.name} was not reached`,
      ...(retryAfterMs === null ? {} : { nextRetryDelay: retryAfterMs }),
    });
  }
}
