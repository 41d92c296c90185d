import { APPROVAL_STEP_NEXT, moveApprovalStep } from '../approval/approval-step-status';
import { DISPUTE_NEXT } from '../dispute/dispute-status';
import { PROPOSAL_NEXT } from '../proposal/proposal-status';
import { PARCEL_STATUSES } from '../return/carrier';
import { applyScan } from '../return/parcel-status';
import { moveReturn, moveReturnItem, RETURN_ITEM_NEXT, RETURN_NEXT } from '../return/return-status';
import { canMove, CLOSED_STATUSES, moveRefund, REFUND_NEXT } from '../refund/refund-status';
import { ATTEMPT_NEXT, moveAttempt, moveTransfer, TRANSFER_NEXT } from '../transfer/transfer-status';
import { DELIVERY_NEXT } from '../webhook/delivery-status';
import type { StateTable } from './state-table';

type Machine = Readonly<{ name: string; start: string; ends: readonly string[]; table: StateTable<string> }>;
const machine = <S extends string>(name: string, start: S, ends: readonly S[], table: StateTable<S>): Machine => ({
  name,
  start,
  ends,
  table,
});

const PARCEL_NEXT: StateTable<string> = Object.fromEntries(
  PARCEL_STATUSES.map((from) => [from, PARCEL_STATUSES.filter((to) => applyScan(from, to).applied)]),
);

const MACHINES = [
  machine('refund', 'requested', CLOSED_STATUSES, REFUND_NEXT),
  machine('transfer', 'planned', ['settled', 'declined', 'reversed', 'released'], TRANSFER_NEXT),
  machine('attempt', 'prepared', ['succeeded', 'refused', 'not_sent'], ATTEMPT_NEXT),
  machine('approval step', 'waiting', ['approved', 'rejected', 'expired', 'superseded'], APPROVAL_STEP_NEXT),
  machine('return', 'expected', ['inspected', 'waived', 'cancelled', 'expired'], RETURN_NEXT),
  machine(
    'return item',
    'expected',
    ['accepted', 'accepted_with_deduction', 'rejected', 'missing', 'kept'],
    RETURN_ITEM_NEXT,
  ),
  machine('proposal', 'open', ['confirmed', 'rejected', 'void', 'expired'], PROPOSAL_NEXT),
  machine('delivery', 'pending', ['delivered', 'dead', 'cancelled'], DELIVERY_NEXT),
  machine('dispute', 'open', ['won', 'lost'], DISPUTE_NEXT),
  machine('parcel', 'label_created', ['delivered', 'lost', 'returned_to_sender', 'cancelled'], PARCEL_NEXT),
];
const reachable = ({ table }: Machine, from: string, seen = new Set([from])): Set<string> => {
  for (const next of table[from] ?? []) if (!seen.has(next)) reachable({ table } as Machine, next, seen.add(next));
  return seen;
};

describe.each(MACHINES)('the states of a $name', (m) => {
  it('can all be reached', () => expect([...reachable(m, m.start)].sort()).toEqual(Object.keys(m.table).sort()));

  it.each(Object.keys(m.table))('can always finish from %s', (status) =>
    expect(m.ends.some((end) => reachable(m, status).has(end))).toBe(true),
  );

  it('never follow themselves', () =>
    expect(Object.entries(m.table).filter(([from, next]) => next.includes(from))).toEqual([]));
});

describe('a move', () => {
  it('gives the new state when the table lists it', () => {
    expect(moveRefund('requested', 'processing')).toBe('processing');
    expect(moveTransfer('sending', 'in_doubt')).toBe('in_doubt');
    expect(moveAttempt('unknown', 'sent')).toBe('sent');
    expect(moveApprovalStep('open', 'approved')).toBe('approved');
    expect(moveReturn('expired', 'received')).toBe('received');
    expect(moveReturnItem('missing', 'received')).toBe('received');
  });

  it('throws when it does not', () => {
    expect(() => moveRefund('completed', 'processing')).toThrow('invalid_state');
    expect(() => moveTransfer('in_doubt', 'planned')).toThrow('invalid_state');
    expect(() => moveAttempt('unknown', 'not_sent')).toThrow('invalid_state');
    expect(() => moveApprovalStep('waiting', 'approved')).toThrow('invalid_state');
    expect(() => moveReturn('waived', 'received')).toThrow('invalid_state');
    expect(() => moveReturnItem('kept', 'received')).toThrow('invalid_state');
  });

  it('never leaves a closed refund but for a reversal', () =>
    expect(CLOSED_STATUSES.filter((status) => canMove(status, 'needs_review'))).toEqual(['completed']));
});
