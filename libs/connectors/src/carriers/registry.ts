import { RefundError, type Carrier } from '@zikui/domain';
import type { ConnectorLog } from '../connector-log';
import { createEasyPostCarrier } from './easypost/easypost.carrier';
import { wrapCarrier } from './wrap-carrier';

/** Carriers that a merchant may have an account at. */
export const CARRIERS = ['easypost'] as const;
export type CarrierName = (typeof CARRIERS)[number];
export type CarrierSettings = Readonly<{ easyPostApiBase: string; timeoutMs: number; log: ConnectorLog }>;
export interface CarrierRegistry {
  /** The carrier, with one log line per call. Throws `not_found`. */
  carrier(name: string): Carrier;
}

/** Opens every carrier once per process; holds no secret, for each call names its account. */
export function createCarrierRegistry({ easyPostApiBase, timeoutMs, log }: CarrierSettings): CarrierRegistry {
  const adapters: Readonly<Record<CarrierName, Carrier>> = {
    easypost: createEasyPostCarrier({ apiBase: easyPostApiBase, timeoutMs }),
  };
  const opened = new Map(Object.entries(adapters).map(([name, adapter]) => [name, wrapCarrier(adapter, log)]));
  return {
    carrier(name) {
      const found = opened.get(name);
      if (found === undefined) throw new RefundError('not_found', { carrier: name });
      return found;
    },
  };
}
