import { canMove, holdOf, money, publicId, slotsOf, type Money } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';
import { explanationView } from './explanation-view';
import type { CreditNoteRecord, RefundRecord, ReturnRecord, StepRecord, TransferRecord } from './refund.record';
import type { AllowedAction, CreditNoteView, RefundView, ReturnView, StepView, TransferView } from './refund.view';

/** The refund as people and programs see it: amounts with their currency, public ids, instants in UTC. */
export function refundViewOf(record: RefundRecord): RefundView {
  const amount = (minor: number): Money => money(minor, record.currency);
  const { right, cancelBy, cancelEndsAt } = record.decided.deadlines;
  const { payBy, payMissed, zone } = record;
  return {
    id: publicId('refund', record.id),
    mode: record.mode,
    saleRef: record.saleRef,
    customerRef: record.customerRef,
    status: record.status,
    reviewReason: record.reviewReason,
    wasReversed: record.wasReversed,
    origin: record.origin,
    statutory: record.statutory,
    reason: record.reason,
    destination: record.destination,
    requester: record.requester,
    requestedBy: record.requestedBy,
    externalRef: record.externalRef,
    metadata: record.metadata,
    createdAt: instantText(record.createdAt),
    updatedAt: instantText(record.updatedAt),
    completedAt: instantTextOrNull(record.completedAt),
    payout: amount(record.payout),
    short: amount(record.shortAmount),
    lines: record.lines.map(({ ref, units, gross, tax }) => ({ ref, units, gross: amount(gross), tax: amount(tax) })),
    shipping: { gross: amount(record.shippingGross), tax: amount(record.shippingTax) },
    goodwill: amount(record.goodwill),
    fee: amount(record.fee),
    transfers: record.transfers.map((transfer) => transferView(transfer, amount)),
    approval: {
      rule: record.decided.rule,
      machines: record.decided.machines,
      steps: record.steps.map(stepView),
    },
    return: record.goodsReturn && returnView(record.goodsReturn),
    creditNotes: record.creditNotes.map((note) => creditNoteView(note, amount)),
    deadlines: { right, cancelBy, cancelEndsAt, payBy, zone, payMissed, dueAt: instantTextOrNull(record.dueAt) },
    explanation: explanationOf(record),
    snapshotHash: record.snapshotHash,
    policy: record.policy,
    lawVersion: record.lawVersion,
    messages: record.messages.map(({ id, kind, channel, status, sentAt }) => ({
      id: publicId('message', id),
      kind,
      channel,
      status,
      sentAt: instantTextOrNull(sentAt),
    })),
    allowedActions: allowedActions(record),
  };
}

function explanationOf(record: RefundRecord): RefundView['explanation'] {
  const { currency, payout, lines, goodwill, fee, policy, lawVersion, decided } = record;
  const shipping = { gross: record.shippingGross, tax: record.shippingTax };
  const quote = { currency, payout, lines, shipping, goodwill, fee };
  return explanationView({ quote, basis: decided.basis, entries: decided.explanation, policy, lawVersion });
}

function allowedActions({ status, sent }: RefundRecord): AllowedAction[] {
  const actions: AllowedAction[] = [];
  if (status === 'awaiting_approval') actions.push('decide');
  if (canMove(status, 'cancelled') && !sent) actions.push('cancel');
  // Which of the ways there are, and who may go them, the desk says.
  if (status === 'needs_review' || status === 'in_doubt') actions.push('resolve');
  return actions;
}

const transferView = ({ heldAt, ...transfer }: TransferRecord, amount: (minor: number) => Money): TransferView => ({
  ...transfer,
  hold: transfer.holdReason !== null && heldAt !== null ? holdOf(transfer.holdReason, heldAt) : null,
  id: publicId('transfer', transfer.id),
  paymentRef: transfer.paymentRef ?? transfer.gateway,
  amount: amount(transfer.amount),
  settledAt: instantTextOrNull(transfer.settledAt),
});

function stepView(step: StepRecord): StepView {
  const { no, role, approvers, needed, status, openedAt, dueAt, escalatedAt, escalateTo, assignedTo } = step;
  const decisions = step.decisions.map((decision) => ({ ...decision, at: instantText(decision.at) }));
  return {
    step: no,
    role,
    approvers: slotsOf({ role, slots: approvers }),
    needed,
    status,
    openedAt: instantTextOrNull(openedAt),
    dueAt: instantTextOrNull(dueAt),
    escalatedTo: escalatedAt === null ? null : escalateTo,
    assignedTo,
    decisions,
    decision: decisions.at(-1) ?? null,
  };
}

const returnView = (goods: ReturnRecord): ReturnView => ({
  ...goods,
  id: publicId('return', goods.id),
  dueAt: instantTextOrNull(goods.dueAt),
  parcels: goods.parcels.map((parcel) => ({ ...parcel, id: publicId('parcel', parcel.id) })),
});

const creditNoteView = (note: CreditNoteRecord, amount: (minor: number) => Money): CreditNoteView => ({
  ...note,
  id: publicId('creditNote', note.id),
  total: amount(note.total),
  issuedAt: instantTextOrNull(note.issuedAt),
});
