import type { RefundStatus } from '@zikui/domain';

/** Refunds that do not go on by themselves: a person has to look. */
export const STUCK = ['needs_review', 'in_doubt'] as const satisfies readonly RefundStatus[];
