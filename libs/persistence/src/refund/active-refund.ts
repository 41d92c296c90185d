import { GIVEN_BACK_STATUSES } from '@zikui/domain';

const GIVEN_BACK = GIVEN_BACK_STATUSES.map((status) => `'${status}'`).join(', ');

/**
 * SQL: true for a refund that still takes units and amounts of its sale (domain.md section 4). Not one that gave them
 * back, nor one whose every transfer was reversed.
 */
export const isActive = (refund: string): string => `(
  ${refund}.status NOT IN (${GIVEN_BACK}) AND NOT (
    ${refund}.was_reversed
    AND (SELECT bool_and(t.status IN ('reversed', 'released')) FROM transfer t WHERE t.refund_id = ${refund}.id)
  )
)`;
