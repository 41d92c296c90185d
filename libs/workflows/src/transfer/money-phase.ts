import { condition } from '@temporalio/workflow';
import type { RefundProcess } from '../refund/refund-process';
import { awaitBank, carryTransfer } from './carry-transfer';

/** Moves the money of every transfer at once and follows it, through `needs_review` too, until all of it has settled. */
export async function moneyPhase(refund: RefundProcess): Promise<void> {
  if (refund.isClosed() || refund.waitsForOthers()) return;
  carryAll(refund);
  const hasWork = (): boolean => refund.isStirred || refund.money.isPaid || refund.money.hasUnwrittenNews;

  while (!refund.isClosed() && !refund.waitsForOthers()) {
    if (!hasWork()) refund.publish();
    await condition(hasWork);
    if (refund.isStirred) await answerCommands(refund);
    else if (refund.money.isPaid) await refund.finish();
    else await writeNews(refund);
    carryAll(refund);
  }
}

/** Whatever goes to a gateway or a bank and is not carried yet, or not any more: also what a person sends anew. */
function carryAll(refund: RefundProcess): void {
  for (const transfer of refund.money.transfers) {
    if (transfer.isStoreCredit || transfer.isCarried || transfer.isDecided()) continue;
    transfer.isCarried = true;
    const carry = transfer.isByHand ? awaitBank : carryTransfer;
    const carried = carry(refund.input, transfer).finally(() => {
      transfer.isCarried = false;
    });
    refund.aside.begin(carried);
  }
}

/** Once money may have moved, nothing that was asked for before can be carried out any more. */
async function answerCommands(refund: RefundProcess): Promise<void> {
  const { commands } = refund;
  const resolves = commands.next()?.move.kind === 'resolution';
  if (resolves || refund.isCancellable || commands.operatorCancels || refund.aside.hasFailed) await refund.carryOut();
  else commands.refuseNext(TOO_LATE);
}

const TOO_LATE = {
  decision: 'step_not_open',
  cancel: 'too_late',
  deadline: 'invalid_state',
  resolution: 'invalid_state',
} as const;

/** Temporal takes at most 200 bytes. */
const LONGEST_SUMMARY = 190;

/** Lets the refund's status follow its transfers. */
async function writeNews(refund: RefundProcess): Promise<void> {
  const unanswered = refund.money.transfers.filter((transfer) => transfer.unanswered).map(({ id }) => id);
  const held = refund.money.transfers.filter((transfer) => transfer.isNewlyHeld).map(({ id }) => id);
  const exhausted = refund.money.transfers.some((transfer) => transfer.overdue);
  const news = refund.money.transfers.map(({ label, status }) => `${label}: ${status}`).join('; ');
  const summary = `${exhausted ? 'No news in time' : 'News'} (${news})`.slice(0, LONGEST_SUMMARY);
  await refund.project({ kind: 'money', exhausted, unanswered, ...(held.length > 0 && { held }) }, summary);
}
