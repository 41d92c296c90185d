import type { StateTable } from '../state/state-table';

/** A dispute counts against its payment while it is `open`, and for ever once it is `lost`; `won`, its amount is free again. */
export const DISPUTE_STATUSES = ['open', 'won', 'lost'] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];
/** What a verdict may be. */
export const DISPUTE_VERDICTS = ['won', 'lost'] as const satisfies readonly DisputeStatus[];
export type DisputeVerdict = (typeof DISPUTE_VERDICTS)[number];

/** Which status of a dispute may follow which. A won one may be opened again, or lost after all; a lost one is over. */
export const DISPUTE_NEXT: StateTable<DisputeStatus> = {
  open: ['won', 'lost'],
  won: ['open', 'lost'],
  lost: [],
};
