import { loadRefund, type LoadedRefund } from '../../loaded-refund';
import { step, type Moved } from '../../step';
import { followMoney } from '../money.move';
import type { Resolution } from './resolution';

/**
 * Lets the status follow the transfers as a resolution left them, and tells of the resolution first. Waiting that was
 * over begins anew unless `waitedOut`.
 */
export async function goOnFrom({ tx, refund, transition, note }: Resolution, waitedOut: boolean): Promise<Moved> {
  const now = (await loadRefund(tx, transition)) ?? refund;
  const moved = await followMoney(tx, waitedOut ? now : { ...now, reviewReason: null }, false);
  if (moved.kind === 'step') return step({ ...moved.step, notes: [note, ...moved.step.notes] });
  return moved.kind === 'stays' ? step(unchanged(now, note)) : moved;
}

const unchanged = (refund: LoadedRefund, note: Resolution['note']) => ({
  to: refund.status,
  reviewReason: refund.reviewReason,
  dueAt: refund.dueAt,
  openStep: null,
  notes: [note] as const,
  messages: [],
  transfers: refund.transfers,
});
