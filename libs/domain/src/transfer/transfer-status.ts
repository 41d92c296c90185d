export const TRANSFER_STATUSES = [
  'planned',
  'sending',
  'pending',
  'in_doubt',
  'declined',
  'settled',
  'reversed',
  'released',
] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];
export const ATTEMPT_STATUSES = ['prepared', 'sent', 'pending', 'succeeded', 'refused', 'unknown', 'not_sent'] as const;
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];
export type HoldReason = 'kill_switch' | 'breaker' | 'gateway_paused';
export type PendingReason = 'processing' | 'insufficient_funds' | 'charge_pending' | 'customer_action';
