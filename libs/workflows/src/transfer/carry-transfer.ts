import { condition } from '@temporalio/workflow';
import { lookUpsOf, nextLookUp } from '@zikui/domain';
import type { RefundInput } from '../refund/refund.contract';
import { lookUp, submit } from './gateway-calls';
import type { MovingTransfer } from './moving-transfer';

/**
 * Carries one transfer until it is sure what became of it: sends it, then waits for news and asks on schedule. What
 * stays open past the schedule is left to a person, and still taken up when news come late.
 */
export async function carryTransfer(input: RefundInput, transfer: MovingTransfer): Promise<void> {
  let mayBeSent = !['pending', 'in_doubt'].includes(transfer.status);
  while (!transfer.isDecided()) {
    if (mayBeSent || transfer.sendAgain) await send(input, transfer);
    if (!transfer.isDecided()) mayBeSent = await followUp(input, transfer);
  }
}

/** Waits for people and their bank, as long as they take; each time that nothing has happened for too long, a person is told to look. */
export async function awaitBank(input: RefundInput, transfer: MovingTransfer): Promise<void> {
  while (!transfer.isDecided()) {
    await waitForLateNews(transfer, input.pendingLimitsMs?.[transfer.gateway] ?? input.pendingLimitMs);
  }
}

async function send(input: RefundInput, transfer: MovingTransfer): Promise<void> {
  do {
    transfer.leaves();
    transfer.returns(await submit(input, transfer));
    // A hold has no time limit: whoever lifts it tells.
    await condition(() => !transfer.isHeld || transfer.isDecided());
  } while (transfer.isWoken && !transfer.isDecided());
  // The rows know whether anything was sent; the refund's next transition reads them.
  await condition(() => !transfer.unanswered || transfer.isDecided());
}

/** Waits for news of a transfer that is open, asking when it is time. Answers whether it has to be sent (again). */
async function followUp(input: RefundInput, transfer: MovingTransfer): Promise<boolean> {
  transfer.openSinceMs ??= Date.now();
  const sinceMs = transfer.openSinceMs;
  const elapsedMs = Date.now() - sinceMs;
  const isPending = transfer.status === 'pending';
  const pendingLimitMs = input.pendingLimitsMs?.[transfer.gateway] ?? input.pendingLimitMs;
  const lookUpsMs = lookUpsOf(isPending, { lookUpsMs: input.lookUpsMs, pendingLimitMs });
  const nextMs = nextLookUp(lookUpsMs, elapsedMs);

  if (nextMs === undefined) {
    const limitMs = isPending ? pendingLimitMs - elapsedMs : 0;
    await waitForLateNews(transfer, limitMs);
    return false;
  }
  const summary = `Time to ask ${transfer.gateway}: ${transfer.label}`;
  const isOver = (): boolean => transfer.isDecided() || transfer.sendAgain;
  if (await condition(isOver, nextMs - elapsedMs, { summary })) return false;
  if (transfer.status === 'planned') return true;

  const finding = await lookUp(input.merchantId, transfer, sinceMs, lookUpsMs);
  if (finding === 'absent' || finding === 'not_sent') return true;
  if (finding !== undefined) transfer.take(finding);
  return false;
}

/** After `limitMs` a person has to look; late news are taken up even then. */
async function waitForLateNews(transfer: MovingTransfer, limitMs: number): Promise<void> {
  const { status } = transfer;
  const isNew = (): boolean => transfer.isDecided() || transfer.sendAgain || transfer.status !== status;
  const summary = `Longest wait for ${transfer.gateway}: ${transfer.label}`;
  if (limitMs > 0 && (await condition(isNew, limitMs, { summary }))) return;
  transfer.overdue = true;
  await condition(isNew);
}
