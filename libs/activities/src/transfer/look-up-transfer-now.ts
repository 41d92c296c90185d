import type { TransferOutcome } from '@zikui/domain';
import type { TransferAsk, TransferPorts } from './submit-transfer';

/** What the gateway holds, as it was recorded (`unknown`: it holds something that is not what was asked for), or `nothing`: it does not know of the attempt; or `no_look_up`: it shows nobody what it holds, so that it was not asked. */
export type FoundNow = TransferOutcome | 'nothing' | 'no_look_up';

/** Asks the gateway once what became of a transfer, for a person who waits. Records an answer; nothing found is written by whoever asked. Throws when the gateway cannot be asked now. */
export async function lookUpTransferNow(ports: TransferPorts, ask: TransferAsk): Promise<FoundNow> {
  const gateway = ports.gateways.gateway(ask.gateway);
  const account = await ports.accounts.gatewayAccount(ask.merchantId, ask.gateway);
  const attempt = await ports.transfers.lookUpAsk(ask.merchantId, ask.transferId);
  if (attempt.kind === 'done') return attempt.outcome;
  if (attempt.kind === 'not_sent') return 'nothing';
  if (gateway.capabilities.lookUp.by === 'none') return 'no_look_up';
  const answer = await gateway.findRefund({ ...attempt.ask, account });
  if (answer === undefined) return 'nothing';
  return ports.transfers.record(ask.merchantId, attempt.attemptId, answer);
}
