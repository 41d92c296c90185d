import type { FaultAction, FaultOrder } from '../faults/fault';
import { HANG, RESET, type Reply } from '../reply';
import type { Announcement } from '../webhook/announcer';
import type { Dialect, Refusal } from './dialect';
import type { RefundRow } from './payment-book';

/** Faults of the call that makes a refund, of the refund itself and of its webhooks: all are chosen when it is made. */
export const CREATE_FAULTS: readonly FaultAction<'gateway'>[] = [
  'decline',
  'timeout_before_commit',
  'reset_before_read',
  'too_many_requests',
  'commit_then_timeout',
  'commit_then_500',
  'commit_then_reset',
  'stored_500',
  'late_answer',
  'html_body',
  'truncated_body',
  'slow_body',
  'wrong_amount',
  'unlisted_status',
  'pending',
  'settle_then_reverse',
  'lookup_empty_for_ms',
  'webhook_duplicate',
  'webhook_reorder',
  'webhook_before_answer',
  'webhook_delay',
  'webhook_never',
  'webhook_bad_signature',
  'webhook_old_timestamp',
];
export const LOOKUP_FAULTS: readonly FaultAction<'gateway'>[] = ['lookup_timeout', 'lookup_500'];
export type Faults = ReadonlyMap<FaultAction<'gateway'>, FaultOrder>;

const DEFAULT_LATE_MS = 1_000;
const A_WEBHOOK_FROM_THE_PAST_MS = 3_600_000;

/** The answer of a call that ended before anything was done; `undefined` when it goes on. None of them is kept under the key. */
export function replyWithoutWork(dialect: Dialect, faults: Faults): Reply | undefined {
  if (faults.has('timeout_before_commit')) return HANG;
  if (faults.has('reset_before_read')) return RESET;
  const busy = faults.get('too_many_requests');
  return busy && dialect.tooBusy(Math.ceil((busy.ms ?? 1_000) / 1000));
}

/** The answer of a look-up that was ordered to fail; `undefined` when it goes on. */
export function lookUpTrouble(dialect: Dialect, faults: Faults): Reply | undefined {
  if (faults.has('lookup_500')) return dialect.serverError();
  return faults.has('lookup_timeout') ? HANG : undefined;
}

/** The refusal that was ordered. It is the outcome of the call and kept under its key. */
export function orderedRefusal(faults: Faults): Refusal | undefined {
  const decline = faults.get('decline');
  return decline && { why: 'ordered', code: decline.code };
}

/** How the refund starts out. */
export function orderedStart(faults: Faults): Pick<RefundRow, 'status' | 'pendingReason' | 'hiddenUntil'> {
  const pending = faults.get('pending');
  const hidden = faults.get('lookup_empty_for_ms');
  return {
    status: pending?.code === 'customer_action' ? 'requires_action' : pending ? 'pending' : 'succeeded',
    pendingReason: pending && pending.code !== 'customer_action' ? (pending.code ?? 'processing') : null,
    hiddenUntil: hidden ? Date.now() + (hidden.ms ?? DEFAULT_LATE_MS) : 0,
  };
}

export const announcementOf = (faults: Faults): Announcement => ({
  never: faults.has('webhook_never'),
  copies: 1 + (faults.get('webhook_duplicate')?.n ?? (faults.has('webhook_duplicate') ? 1 : 0)),
  delayMs: faults.get('webhook_delay')?.ms ?? (faults.has('webhook_delay') ? DEFAULT_LATE_MS : 0),
  afterTheNext: faults.has('webhook_reorder'),
  badSignature: faults.has('webhook_bad_signature'),
  agedMs: faults.has('webhook_old_timestamp') ? A_WEBHOOK_FROM_THE_PAST_MS : 0,
});

const HTML = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';

/** What goes out for a refund that was made, and what is kept under its key: not always the same. */
export function answersOf(dialect: Dialect, refund: RefundRow, faults: Faults): Readonly<{ sent: Reply; kept: Reply }> {
  const spoilt = { wrongAmount: faults.has('wrong_amount'), unlistedStatus: faults.has('unlisted_status') };
  const whole = dialect.accepted(refund, spoilt);
  const broken = dialect.serverError();
  if (faults.has('stored_500')) return { sent: broken, kept: broken };
  const late = faults.get('late_answer')?.ms ?? DEFAULT_LATE_MS;
  const slow = faults.get('slow_body')?.ms ?? DEFAULT_LATE_MS;
  const ruined: Partial<Record<FaultAction<'gateway'>, Reply>> = {
    commit_then_timeout: HANG,
    commit_then_500: broken,
    commit_then_reset: RESET,
    html_body: { status: 502, body: HTML, contentType: 'text/html' },
    truncated_body: { ...whole, delivery: 'truncate' },
    slow_body: { ...whole, delivery: 'slow', afterMs: slow },
    late_answer: { ...whole, afterMs: late },
  };
  const struck = CREATE_FAULTS.find((action) => faults.has(action) && ruined[action] !== undefined);
  return { sent: (struck && ruined[struck]) ?? whole, kept: whole };
}
