import { TIMELINE_KINDS, type TimelineKind } from '../refund/timeline-kind';
import { timelineDepth, timelineText, type TimelineData } from './timeline-texts';

const money = { transfer: 1, amount: 12_345, currency: 'ILS' };
const DISPUTE = { payment: 'pay-1', amount: 12_345, currency: 'ILS', disputeRef: 'du_1' };
const SAMPLES: Readonly<Record<TimelineKind, TimelineData>> = {
  requested: { payout: 12_345, currency: 'ILS', requestedBy: null },
  approval_requested: { step: 1, role: 'lead', dueAt: '2026-11-18T07:00:00Z' },
  approval_escalated: { step: 1, role: 'lead', to: 'manager', cause: 'silence' },
  approval_unreachable: { step: 1, role: 'lead' },
  approval_reminded: { step: 1, role: 'lead' },
  approval_assigned: { step: 1, role: 'lead', to: 'gil' },
  approval_given: { step: 1, role: 'finance', onBehalfOf: null, missing: 0 },
  review_assigned: { to: 'yael' },
  note_added: { step: null },
  question_asked: { step: 1, askedOf: 'requester' },
  question_answered: { step: null },
  evidence_added: {},
  approval_refused: { step: 1, role: 'lead', reasonCode: 'outside_policy' },
  rejected_by_policy: { code: 'not_eligible' },
  expired: { waitedFor: 'goods' },
  cancelled: {},
  cancel_ignored: {},
  deadline_changed: { dueAt: '2026-11-18T07:00:00Z' },
  goods_awaited: { dueAt: '2026-11-18T07:00:00Z' },
  label_created: { carrier: 'easypost', trackingCode: 'EZ1' },
  parcel_scanned: { trackingCode: 'EZ1', status: 'in_transit', applied: true },
  goods_arrived: { moneyOn: 'delivered' },
  return_closed: { as: 'expired' },
  payment_started: { payout: 12_345, currency: 'ILS', transfers: 1 },
  transfer_sent: { ...money, again: false },
  transfer_settled: { ...money, gatewayRefundId: 're_1' },
  transfer_pending: { ...money, reason: 'insufficient_funds', gatewayRefundId: 're_1' },
  transfer_declined: { ...money, reason: 'card_expired' },
  transfer_unknown: { ...money, cause: 'time_out' },
  transfer_not_sent: money,
  transfer_released: { ...money, insteadOf: 1 },
  transfer_held: { ...money, reason: 'kill_switch' },
  transfer_reversed: { ...money, gatewayRefundId: 're_1' },
  money_alert: { ...money, alert: 'settled_after_decline' },
  dispute_opened: DISPUTE,
  dispute_won: DISPUTE,
  dispute_lost: DISPUTE,
  money_status: { status: 'needs_review', reviewReason: 'transfer_declined' },
  review_needed: { waitedFor: 'approval', reviewReason: 'approval_overdue' },
  resolved: { ...money, action: 'mark_settled' },
  destination_refused: { step: 1, role: 'lead', reasonCode: 'abuse' },
  destination_changed: { ...money, into: 2, to: 'manual' },
  looked_up: { transfer: 1, finding: 'nothing' },
  proposal_made: { action: 'close_short' },
  proposal_confirmed: { action: 'close_short' },
  proposal_rejected: { action: 'close_short' },
  counter_note_issued: { ...money, counterNote: 'CT-7' },
  imported: { amount: 12_345, currency: 'ILS', gatewayRefundId: 're_1' },
  credit_issued: { amount: 12_345, bonus: 617, currency: 'ILS', expiresOn: '2031-11-18' },
  pay_by_set: { payBy: '2026-11-24' },
  pay_by_near: { payBy: '2026-11-24', daysLeft: 5 },
  pay_by_missed: { payBy: '2026-11-24' },
  completed: { creditNote: 'CN-7' },
  message_sent: { message: 'refund_completed' },
  message_failed: { message: 'refund_completed', why: 'refused' },
};

describe('the timeline', () => {
  it.each(TIMELINE_KINDS)('says what %s means in both languages, with nothing left open', (kind) => {
    const { he, en } = timelineText(kind, SAMPLES[kind]);
    expect(he).toMatch(/[א-ת]/);
    expect(en).toMatch(/^[A-Z]/);
    expect(he + en).not.toMatch(/[{}]|undefined| - /);
    expect(['customer', 'staff', 'technical']).toContain(timelineDepth(kind));
  });

  it('writes amounts and times as people of the language do', () => {
    expect(timelineText('requested', SAMPLES.requested).en).toBe('A refund of ₪123.45 was requested.');
    expect(timelineText('approval_requested', SAMPLES.approval_requested, 'Asia/Jerusalem')).toEqual({
      he: 'נדרש אישור 1: ראש צוות, עד 18.11.2026 09:00.',
      en: 'Approval 1 is needed from the team lead by 18 Nov 2026 09:00.',
    });
  });

  it('never tells the customer of a code or of money in an account', () => {
    for (const kind of TIMELINE_KINDS.filter((one) => timelineDepth(one) === 'customer')) {
      const { he, en } = timelineText(kind, SAMPLES[kind]);
      expect((he + en).replaceAll('re_1', '')).not.toMatch(/_|in your account|received your money|בחשבונך/);
    }
  });

  it('stays readable for rows that lack a field or name an unknown code', () => {
    for (const kind of TIMELINE_KINDS) expect(timelineText(kind, {}).en).not.toMatch(/[{}]|undefined/);
    expect(timelineText('message_sent', { message: 'postcard' }).en).toBe('The customer was told: postcard.');
  });

  it('leaves out what there is not: a reference, a note, a bonus', () => {
    expect(timelineText('completed', { creditNote: null }).en).toBe('The refund is complete.');
    expect(timelineText('transfer_settled', { ...money, gatewayRefundId: null }).en).toBe(
      'Transfer 1: ₪123.45 was sent.',
    );
    expect(timelineText('credit_issued', { ...SAMPLES.credit_issued, bonus: 0 }).en).toBe(
      'Store credit was issued: ₪123.45, valid until 18 Nov 2031.',
    );
  });
});
