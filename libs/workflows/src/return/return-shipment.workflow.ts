import {
  allHandlersFinished,
  CancellationScope,
  condition,
  log,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { letsMoneyGo } from '@zikui/domain';
import { carrierEvent } from '../refund/refund.contract';
import { windowMoved, type ReturnShipmentEnd, type ReturnShipmentInput } from './return-shipment.contract';

/** Waits until the goods have come as far as the policy asks for, or their window is over. Scans are recorded before they come here. */
export async function returnShipmentWorkflow(input: ReturnShipmentInput): Promise<ReturnShipmentEnd> {
  const scans = new Set<string>();
  const goods = { hasArrived: false, dueAtMs: input.dueAtMs };
  const describe = (now: string): void => {
    const windowEnds = new Date(goods.dueAtMs).toISOString();
    setCurrentDetails(`**${now}**\n\nMoney goes on ${input.moneyOn}; the window ends ${windowEnds}`);
  };

  setHandler(carrierEvent, (event: unknown) => {
    const scan = readScan(event);
    if (scan === undefined || scans.has(scan.eventId)) return;
    scans.add(scan.eventId);
    goods.hasArrived ||= letsMoneyGo(input.moneyOn, scan.status);
    describe(scan.status);
  });
  setHandler(windowMoved, ({ dueAtMs }) => {
    if (Number.isSafeInteger(dueAtMs)) goods.dueAtMs = dueAtMs;
  });

  try {
    describe('waiting for the first scan');
    for (;;) {
      const windowMs = goods.dueAtMs;
      const hasNews = (): boolean => goods.hasArrived || goods.dueAtMs !== windowMs;
      const inTime = await condition(hasNews, Math.max(1, windowMs - Date.now()), { summary: 'Return window' });
      if (goods.hasArrived) return 'arrived';
      if (!inTime) return 'expired';
    }
  } finally {
    await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
  }
}

/** A signal can be sent by anyone with access to the server: one that cannot be read is noted and left. */
function readScan(event: unknown): { eventId: string; status: string } | undefined {
  if (typeof event === 'object' && event !== null && 'eventId' in event && 'status' in event) {
    const { eventId, status } = event;
    if (typeof eventId === 'string' && typeof status === 'string') return { eventId, status };
  }
  log.warn('A carrier event could not be read');
  return undefined;
}
