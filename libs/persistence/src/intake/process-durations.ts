/** Durations that every new process gets with its input, so that tests can make them short. */
export type ProcessDurations = Readonly<{ lookUpsMs: readonly number[]; pendingLimitMs: number }>;
