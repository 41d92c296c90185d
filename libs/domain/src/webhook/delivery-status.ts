import type { StateTable } from '../state/state-table';

export const ENDPOINT_STATUSES = ['enabled', 'disabled'] as const;
export type EndpointStatus = (typeof ENDPOINT_STATUSES)[number];
/** `gone`: the endpoint answered 410. */
export const DISABLED_REASONS = ['gone', 'by_merchant'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** `dead`: given up, and somebody has to look. `cancelled`: its endpoint was deleted before. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'dead', 'cancelled'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Which status of a delivery may follow which. What has an end begins anew only when a person sends it again. */
export const DELIVERY_NEXT: StateTable<DeliveryStatus> = {
  pending: ['delivered', 'dead', 'cancelled'],
  delivered: ['pending'],
  dead: ['pending'],
  cancelled: [],
};
