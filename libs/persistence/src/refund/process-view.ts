import { countsAs, decimalText, nextOfStep, type RefundStatus } from '@zikui/domain';
import { goodsDueAt, reviewAt } from './deadlines';
import type { LoadedRefund, LoadedStep, RefundTransfer } from './loaded-refund';
import type { OpenedRefund, OpenStep, ProcessTransfer, Projected, QueuedMessage } from './refund-process.types';
import type { Step } from './step';

/** What a transition that was just written led to. */
export const written = (refund: LoadedRefund, step: Step, messages: readonly QueuedMessage[]): Projected => ({
  ...answer(refund, step.to, messages),
  openStep: step.openStep,
  dueAtMs: ms(step.dueAt),
  snapshotHash: step.snapshotHash ?? refund.snapshotHash,
  transfers: processTransfers(step.transfers, refund.currency),
});

/** What a transition led to that was written before, or that had nothing to write. */
export const answer = (refund: LoadedRefund, status: RefundStatus, messages: readonly QueuedMessage[]): Projected => ({
  applied: true,
  status,
  openStep: openStepOf(refund),
  dueAtMs: ms(refund.dueAt),
  refused: null,
  snapshotHash: refund.snapshotHash,
  transfers: processTransfers(refund.transfers, refund.currency),
  messages,
});

/** Where the refund stands, which the transition did not change. */
export const unapplied = (refund: LoadedRefund, refused: string | null = null): Projected => ({
  ...answer(refund, refund.status, []),
  applied: false,
  refused,
});

/** Where the first move of a process led. */
export const opened = (refund: LoadedRefund, step: Step, messages: readonly QueuedMessage[]): OpenedRefund => ({
  ...facts(refund),
  status: step.to,
  resume: false,
  openStep: step.openStep,
  transfers: processTransfers(step.transfers, refund.currency),
  messages,
});

/** Where a refund stands that left `requested` before. */
export const resumed = (refund: LoadedRefund, messages: readonly QueuedMessage[]): OpenedRefund => ({
  ...facts(refund),
  resume: refund.stored === null,
  messages,
});

function facts(refund: LoadedRefund): OpenedRefund {
  const { status, steps, goods, transfers, snapshotHash, statutory, requesterOwner, currency, decided, dueAt } = refund;
  return {
    status,
    resume: false,
    openStep: openStepOf(refund),
    stepCount: steps.length,
    snapshotHash,
    statutory,
    requesterOwner,
    // A limit that a person moved counts from then on.
    silentUntilMs: ms(status === 'awaiting_approval' ? dueAt : decided.approval.silentUntil),
    reviewAtMs: ms(reviewAt(refund)),
    goods: goods && {
      returnId: goods.id,
      no: goods.no,
      mode: goods.mode,
      moneyOn: goods.moneyOn,
      dueAtMs: Date.parse(goods.dueAt ?? goodsDueAt(refund)),
      label: goods.label,
    },
    storeCredit: transfers.some(({ destination }) => destination === 'store_credit'),
    transfers: processTransfers(transfers, currency),
    messages: [],
  };
}

/** What the process may know of transfers: no account, no gateway reference. */
const processTransfers = (transfers: readonly RefundTransfer[], currency: string): readonly ProcessTransfer[] =>
  transfers.map(({ id, no, gateway, destination, status, attempt, amount }) => ({
    id,
    no,
    gateway,
    destination,
    status: countsAs(status, attempt?.status ?? null),
    label: `${decimalText({ amount, currency })} ${currency}`,
  }));

export const openStepOf = ({ steps }: LoadedRefund): OpenStep | null => {
  const open = steps.find(({ status }) => status === 'open');
  return open ? openStep(open) : null;
};
export const openStep = (step: LoadedStep, missing = step.needed - step.approvals): OpenStep => ({
  no: step.no,
  role: step.role,
  dueAtMs: ms(step.dueAt),
  missing,
  nextAtMs: ms(nextOfStep(step)),
});

/** An instant as the process counts time. */
const ms = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));
