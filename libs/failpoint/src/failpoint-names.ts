/** Where a program can be made to stumble, in the order in which a refund meets them (docs/chaos.md). */
export const FAILPOINT_NAMES = [
  'api.before_commit',
  'api.after_commit',
  'api.after_start',
  'relay.after_start',
  'project.before_commit',
  'project.after_commit',
  'gw.after_claim',
  'gw.after_send',
  'gw.after_record',
  'gw.overtaken',
  'inbox.after_insert',
  'inbox.after_signal',
  'note.after_number',
  'note.after_commit',
  'credit.after_commit',
  'mail.after_accept',
  'hook.after_send',
] as const;
export type FailpointName = (typeof FAILPOINT_NAMES)[number];
