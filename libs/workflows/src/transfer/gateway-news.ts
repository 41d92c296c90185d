import { log, patched, setHandler } from '@temporalio/workflow';
import { isReleasedEvent } from '@zikui/domain';
import type { RefundProcess } from '../refund/refund-process';
import { gatewayEvent, holdLifted, type GatewayEvent } from '../refund/refund.contract';

type News = Pick<GatewayEvent, 'eventId' | 'transferId' | 'status'>;
const STATUSES: readonly unknown[] = ['pending', 'settled', 'declined', 'recorded'];

/** Takes what gateways announce, and that holds were lifted. It is recorded already; here it wakes the process, once however often it comes. */
export function takeNews(refund: RefundProcess): void {
  const seen = new Set<string>();
  setHandler(gatewayEvent, (event: unknown) => {
    const news = readNews(event);
    if (news === undefined || seen.has(news.eventId)) return;
    seen.add(news.eventId);
    refund.money.hear(news.transferId, news.status);
    // Approvers may be asked about it; whether they are is seen when the rows are.
    if (isReleasedEvent(news.eventId) && patched('2026-11-approval-withdrawn')) refund.isWithdrawn = true;
  });
  setHandler(holdLifted, (event: unknown) => {
    const transferId = typeof event === 'object' && event !== null && 'transferId' in event ? event.transferId : null;
    if (typeof transferId === 'string') refund.money.wake(transferId);
    else log.warn('A lifted hold could not be read');
  });
}

/** A signal can be sent by anyone with access to the server: one that cannot be read is noted and left. */
function readNews(event: unknown): News | undefined {
  if (typeof event === 'object' && event !== null && 'eventId' in event && 'transferId' in event && 'status' in event) {
    const { eventId, transferId, status } = event;
    if (typeof eventId === 'string' && typeof transferId === 'string' && isStatus(status)) {
      return { eventId, transferId, status };
    }
  }
  log.warn('A gateway event could not be read');
  return undefined;
}

const isStatus = (status: unknown): status is News['status'] => STATUSES.includes(status);
