import { defineSignal } from '@temporalio/workflow';
import type { MoneyOn } from '@zikui/domain';

export type ReturnShipmentInput = Readonly<{
  v: 1;
  merchantId: string;
  refundId: string;
  returnId: string;
  moneyOn: MoneyOn;
  dueAtMs: number;
}>;
export type ReturnShipmentEnd = 'arrived' | 'expired';
/** The window in which the goods are awaited was moved. */
export const windowMoved = defineSignal<[Readonly<{ dueAtMs: number }>]>('windowMoved');
