import { CarrierFailed, RefundError, type Carrier } from '@zikui/domain';
import type { ConnectorLog } from '../connector-log';
import { eventIdOf } from '../event-id';

/** Times and logs every call to a carrier. Calls reject only with `CarrierFailed`; a webhook that cannot be verified with `bad_signature`. */
export function wrapCarrier(adapter: Carrier, log: ConnectorLog): Carrier {
  async function carry<T>(call: string, reference: string, ended: Promise<T>): Promise<T> {
    const started = performance.now();
    const line = (outcome: string) => ({
      carrier: adapter.name,
      call,
      reference,
      outcome,
      ms: Math.round(performance.now() - started),
    });
    try {
      const result = await ended;
      log.info(line('done'), 'carrier answered');
      return result;
    } catch (error) {
      const failed =
        error instanceof CarrierFailed
          ? error
          : new CarrierFailed(adapter.name, false, { error: error instanceof Error ? error.name : typeof error });
      log.warn(line(failed.permanent ? 'refused' : 'no_answer'), failed.message);
      throw failed;
    }
  }
  return {
    name: adapter.name,
    createReturnLabel: (ask) => carry('createReturnLabel', ask.reference, adapter.createReturnLabel(ask)),
    cancelReturnLabel: (ask) => carry('cancelReturnLabel', ask.shipmentRef, adapter.cancelReturnLabel(ask)),
    readWebhook(account, rawBody, headers) {
      try {
        const scan = adapter.readWebhook(account, rawBody, headers);
        if (scan === undefined)
          log.warn({ carrier: adapter.name, event: eventIdOf(rawBody) }, 'carrier event that tells no parcel status');
        return scan;
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        log.warn({ carrier: adapter.name, error: name }, 'carrier webhook refused');
        throw error instanceof RefundError ? error : new RefundError('bad_signature', { carrier: adapter.name });
      }
    },
  };
}
