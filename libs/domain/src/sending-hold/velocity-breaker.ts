/** Limits of a policy's amounts that trip a breaker: what is due then waits. */
export const LIMIT_NAMES = ['merchantHour', 'perStaffDay'] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];
