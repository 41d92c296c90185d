/** Durations that every new process gets with its input, so that tests can make them short. */
export type ProcessDurations = Readonly<{
  lookUpsMs: readonly number[];
  pendingLimitMs: number;
  /** By gateway, where it has a limit of its own. */ pendingLimitsMs?: Readonly<Record<string, number>>;
}>;
