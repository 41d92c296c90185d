import { FAILPOINT_NAMES } from '@zikui/failpoint';

/** What a set of seeds must have met somewhere, or the storm was no storm. A new fault's proof joins here. */
export const SOMETIMES = [
  'commit_answer_lost',
  'temporal_unreachable_during_request',
  'started_by_the_relay',
  'webhook_before_answer',
  'duplicate_webhook_ignored',
  'late_event_after_close',
  'key_replayed_by_the_gateway',
  'zombie_write_refused',
  'sent_again_after_a_crash',
  'in_doubt_and_settled',
  'settled_then_reversed',
  'needs_review_resolved',
  'note_number_rolled_back',
  'disk_full',
  'approve_lost_against_cancel',
  'over_refund_refused',
  'key_with_other_body_refused',
  'held_by_a_dispute',
  'held_by_a_kill_switch',
  'paid_another_way',
  'refund_of_the_dashboard_recorded',
  'nobody_said_what_became_of_a_request',
  ...FAILPOINT_NAMES.map((name) => `failpoint ${name}` as const),
] as const;
export type Sometimes = (typeof SOMETIMES)[number];

export const neverReached = (reached: ReadonlySet<string>): readonly Sometimes[] =>
  SOMETIMES.filter((name) => !reached.has(name));
