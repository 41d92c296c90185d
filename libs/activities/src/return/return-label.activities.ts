import type { Carrier, CarrierAccount, ReturnLabel } from '@zikui/domain';
import type { QueuedMessage } from '@zikui/persistence';
import { withFailures } from '../failure/failures';
import { withHeartbeat } from '../heartbeat/heartbeat';
import { merchantOfProcess } from '../process/merchant-of-process';

type LabelAsk = Readonly<{ carrier: string; reference: string }>;
type UnusedLabel = Readonly<{ carrier: string; parcelId: string; shipmentRef: string }>;

/** Keeps the labels of a return. Every call may be repeated. */
export interface ReturnLabelBook {
  /** What to order; `undefined` when the return needs no label or is over. */
  labelAsk(merchantId: string, returnId: string): Promise<LabelAsk | undefined>;
  /** Stores the label and queues the instructions for the customer. */
  labelled(
    merchantId: string,
    returnId: string,
    carrier: string,
    label: ReturnLabel,
  ): Promise<readonly QueuedMessage[]>;
  /** The instructions that were queued with the label and not sent yet; none without a label. */
  unsentInstructions(merchantId: string, returnId: string): Promise<readonly QueuedMessage[]>;
  /** Labels of a return that is over, which no carrier has scanned. */
  unusedLabels(merchantId: string, returnId: string): Promise<readonly UnusedLabel[]>;
  labelCancelled(merchantId: string, parcelId: string): Promise<void>;
}
export interface Carriers {
  carrier(name: string): Carrier;
}
export interface CarrierAccounts {
  carrierAccount(merchantId: string, carrier: string): Promise<CarrierAccount>;
}
export type ReturnLabelActivities = ReturnType<typeof createReturnLabelActivities>;

/** Return labels at the carrier. */
export function createReturnLabelActivities(returns: ReturnLabelBook, carriers: Carriers, accounts: CarrierAccounts) {
  return withFailures({
    /** Orders the label of a return; one label however often it is asked for. */
    createReturnLabel: ({ returnId }: { returnId: string }): Promise<{ messages: readonly QueuedMessage[] }> =>
      withHeartbeat(async () => {
        const merchantId = merchantOfProcess();
        const ask = await returns.labelAsk(merchantId, returnId);
        // A worker that died after the label was stored told nobody of the instructions, and the goods may be here by now.
        if (!ask) return { messages: await returns.unsentInstructions(merchantId, returnId) };
        const account = await accounts.carrierAccount(merchantId, ask.carrier);
        const label = await carriers.carrier(ask.carrier).createReturnLabel({ account, reference: ask.reference });
        return { messages: await returns.labelled(merchantId, returnId, ask.carrier, label) };
      }),
    /** Cancels the labels of a return that were never used. */
    cancelReturnLabel: ({ returnId }: { returnId: string }): Promise<void> =>
      withHeartbeat(async () => {
        const merchantId = merchantOfProcess();
        for (const { carrier, parcelId, shipmentRef } of await returns.unusedLabels(merchantId, returnId)) {
          const account = await accounts.carrierAccount(merchantId, carrier);
          await carriers.carrier(carrier).cancelReturnLabel({ account, shipmentRef });
          await returns.labelCancelled(merchantId, parcelId);
        }
      }),
  });
}
