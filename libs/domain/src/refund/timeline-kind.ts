/**
 * What can stand in a refund's timeline (`refund_event.kind`), each with the fields of its `data`. Amounts are minor
 * units with their `currency`, times RFC 3339; no personal data. `transfer` is the transfer's number.
 */
export const TIMELINE_KINDS = [
  /** {payout, currency, requestedBy: string | null} */ 'requested',
  /** {step, role, dueAt: string | null} */ 'approval_requested',
  /** {step, role} */ 'approval_given',
  /** {step, role, reasonCode} */ 'approval_refused',
  /** The new way of the money was not approved. {step, role, reasonCode} */ 'destination_refused',
  /** {code} */ 'rejected_by_policy',
  /** {waitedFor: 'approval' | 'goods'} */ 'expired',
  /** {} */ 'cancelled',
  /** An operator cancelled the process after money began to move. {} */ 'cancel_ignored',
  /** {dueAt} */ 'deadline_changed',
  /** {dueAt: string | null} */ 'goods_awaited',
  /** {carrier, trackingCode} */ 'label_created',
  /** {trackingCode, status, applied} */ 'parcel_scanned',
  /** {moneyOn} */ 'goods_arrived',
  /** {as: 'expired' | 'cancelled'} */ 'return_closed',
  /** {payout, currency, transfers: number} */ 'payment_started',
  /** {transfer, amount, currency, gatewayRefundId} */ 'transfer_settled',
  /** {transfer, amount, currency, reason, gatewayRefundId} */ 'transfer_pending',
  /** {transfer, amount, currency, reason} */ 'transfer_declined',
  /** {transfer, amount, currency, cause} */ 'transfer_unknown',
  /** The call surely never left. {transfer, amount, currency} */ 'transfer_not_sent',
  /** It is due and may not be sent yet. {transfer, amount, currency, reason} */ 'transfer_held',
  /** {transfer, amount, currency, gatewayRefundId} */ 'transfer_reversed',
  /** Money moved where it should not, or news contradict each other; a person must look. {alert, transfer, amount, currency} */ 'money_alert',
  /** A dispute of a payment that this refund pays back to. {payment, amount, currency, disputeRef} */ 'dispute_opened',
  /** {payment, amount, currency, disputeRef} */ 'dispute_won',
  /** {payment, amount, currency, disputeRef} */ 'dispute_lost',
  /** The status computed from the transfers changed. {status, reviewReason: string | null} */ 'money_status',
  /** {waitedFor: 'approval' | 'goods', reviewReason} */ 'review_needed',
  /** A person resolved what did not go on by itself. {action, transfer: number | null, amount, currency} */ 'resolved',
  /** The money takes another way. {transfer, into, to, amount, currency} */ 'destination_changed',
  /** A person asked the gateway. {transfer, finding: 'found' | 'nothing' | 'no_answer'} */ 'looked_up',
  /** A second person is needed. {action} */ 'proposal_made',
  /** {action} */ 'proposal_confirmed',
  /** {action} */ 'proposal_rejected',
  /** {amount, bonus, currency, expiresOn: string | null} */ 'credit_issued',
  /** {creditNote: string | null} the note's display number */ 'completed',
  /** {message} the kind of the message */ 'message_sent',
  /** {message, why} */ 'message_failed',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
/** Who is shown an entry: everybody, the merchant's people, or operators only. */
export type TimelineDepth = 'customer' | 'staff' | 'technical';
