import { publicId, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Tx } from '../database/database';
import type { ReconciliationSource } from './reconciliation.view';

type Started = Readonly<{ id: string; gateway: string; source: ReconciliationSource; fromDay: string; toDay: string }>;

/** Writes down who asked that an account be compared, or brought a report of it. */
export const auditReconciliation = (tx: Tx, principal: Principal, started: Started): Promise<void> => {
  const { id, gateway, source, fromDay, toDay } = started;
  return appendAudit(tx, {
    ...{ ...doneBy(principal), refundId: null, action: 'reconciliation.requested' },
    ...{ subject: publicId('reconciliation', id), data: { gateway, source, fromDay, toDay } },
  });
};
