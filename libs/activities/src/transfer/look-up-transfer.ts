import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { mayRepeat, nextLookUp, provesAbsence, type GatewayOutcome, type TransferOutcome } from '@zikui/domain';
import { notedLookUp } from './noted-look-up';
import type { TransferAsk, TransferPorts } from './submit-transfer';
import type { UnknownAnswer } from './transfer.ports';

export type LookUpAsk = TransferAsk &
  Readonly<{
    /** What the process believes; any other finding is told at once. */ known: 'pending' | 'unknown';
    /** When the outcome was first left open. */ sinceMs: number;
    /** Milliseconds after `sinceMs` at which the gateway is asked, rising. */ lookUpsMs: readonly number[];
  }>;
/** `absent`: the gateway never saw the attempt, it may be sent again under its key. `not_sent`: it never left us. */
export type LookUpFinding = TransferOutcome | 'absent' | 'not_sent';

/**
 * Asks the gateway what became of a transfer and records the answer. While there is no news it fails as "not yet", to be
 * tried at the next time of the schedule; after the last one it tells what is known.
 */
export async function lookUpTransfer(ports: TransferPorts, ask: LookUpAsk): Promise<LookUpFinding> {
  const gateway = ports.gateways.gateway(ask.gateway);
  const account = await ports.accounts.gatewayAccount(ask.merchantId, ask.gateway);
  const attempt = await ports.transfers.lookUpAsk(ask.merchantId, ask.transferId);
  if (attempt.kind === 'done') return attempt.outcome;
  if (attempt.kind === 'not_sent') return 'not_sent';

  const looked = await notedLookUp(ports.transfers, gateway, attempt.attemptId, { ...attempt.ask, account });
  // Nothing was learnt and nothing changed: the next time of the schedule asks again. The registry logged why.
  if ('error' in looked) return notYet(ask);
  let answer: GatewayOutcome | UnknownAnswer | undefined = looked.found;
  if (answer === undefined) {
    const { sentAtMs, lastSentAtMs = sentAtMs } = attempt;
    const { capabilities } = gateway;
    const age = ports.now() - sentAtMs;
    const sinceLast = ports.now() - lastSentAtMs;
    if (attempt.status !== 'pending' && mayRepeat(capabilities, age, sinceLast)) return 'absent';
    // A look-up that does not show everything tells nothing by not showing what the gateway once called pending.
    if (attempt.status === 'pending' && !provesAbsence(capabilities.lookUp, sinceLast)) return notYet(ask);
    answer = { kind: 'unknown', evidence: { cause: 'not_found', msSinceSent: age } };
  }
  const outcome = await ports.transfers.record(ask.merchantId, attempt.attemptId, answer);
  return outcome === ask.known ? notYet(ask) : outcome;
}

/** Ends this try. The server's clock decides which time of the schedule comes next: workers' clocks may differ. */
function notYet({ known, sinceMs, lookUpsMs }: LookUpAsk): LookUpFinding {
  const elapsedMs = activityInfo().currentAttemptScheduledTimestampMs - sinceMs;
  const nextMs = nextLookUp(lookUpsMs, elapsedMs);
  if (nextMs === undefined) return known;
  throw ApplicationFailure.create({
    type: 'not_yet',
    message: 'No news of this transfer yet',
    nextRetryDelay: nextMs - elapsedMs,
    category: ApplicationFailureCategory.BENIGN,
  });
}
