import {
  GatewayNotReached,
  RefundError,
  type GatewayAsk,
  type GatewayOutcome,
  type PaymentGateway,
  type ReceivesDisputes,
  type ReceivesGatewayWebhooks,
} from '@zikui/domain';
import type { ConnectorLog } from '../connector-log';
import { eventIdOf } from '../event-id';
import type { GatewayAdapter } from './gateway-adapter';
import { UnclearAnswer } from './unclear-answer';
import { outcomeUnknown } from './unknown-outcome';

export type Wrapping = Readonly<{ deadlineMs: number; log: ConnectorLog }>;

/** Ends the waiting, not the call: what a late answer would have said is learned by look-up or webhook. */
export async function within<T>(deadlineMs: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnclearAnswer('time_out', { deadlineMs })), deadlineMs);
  });
  try {
    return await Promise.race([call, end]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The one place where calls to a gateway are timed, logged and their errors translated.
 * Rejects only with `GatewayNotReached` (nothing changed) or `GatewayOutcomeUnknown`.
 */
export function wrapGateway(adapter: GatewayAdapter, { deadlineMs, log }: Wrapping): PaymentGateway {
  async function carry<T extends GatewayOutcome | undefined>(
    call: 'refund' | 'findRefund',
    ask: GatewayAsk,
    ended: Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    const line = (outcome: string, detail: string | null) => ({
      gateway: adapter.name,
      call,
      reference: ask.reference,
      outcome,
      detail,
      ms: Math.round(performance.now() - started),
    });
    try {
      const outcome = await within(deadlineMs, ended);
      log.info(line(outcome?.kind ?? 'not_found', outcome?.gatewayRefundId ?? null), 'gateway answered');
      return outcome;
    } catch (error) {
      if (error instanceof GatewayNotReached) {
        log.warn(line('not_reached', null), 'gateway not reached');
        throw error;
      }
      const unknown = outcomeUnknown(adapter.name, error);
      log.warn(line('unknown', unknown.cause_), 'gateway outcome unknown');
      throw unknown;
    }
  }
  return {
    name: adapter.name,
    capabilities: adapter.capabilities,
    refund: (ask) => carry('refund', ask, adapter.refund(ask)),
    findRefund: (ask) => carry('findRefund', ask, adapter.findRefund(ask)),
  };
}

type Read<News> = (...told: Parameters<ReceivesGatewayWebhooks['readWebhook']>) => Promise<News | undefined>;

/** The webhook side of an adapter, if it has one. Anything that cannot be verified or read is `bad_signature`. */
export function wrapGatewayWebhooks(
  adapter: GatewayAdapter,
  { log }: Pick<Wrapping, 'log'>,
): ReceivesGatewayWebhooks | undefined {
  const read = adapter.readWebhook?.bind(adapter);
  return read && { readWebhook: wrapRead(adapter.name, log, 'refund', read) };
}

/** The same for what it announces of disputes. */
export function wrapDisputes(adapter: GatewayAdapter, { log }: Pick<Wrapping, 'log'>): ReceivesDisputes | undefined {
  const read = adapter.readDispute?.bind(adapter);
  return read && { readDispute: wrapRead(adapter.name, log, 'dispute', read) };
}

function wrapRead<News>(gateway: string, log: ConnectorLog, about: 'refund' | 'dispute', read: Read<News>): Read<News> {
  return async (account, rawBody, headers) => {
    try {
      const news = await read(account, rawBody, headers);
      if (news === undefined)
        log.info({ gateway, event: eventIdOf(rawBody), about }, 'gateway event that tells nothing certain');
      return news;
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.warn({ gateway, error: name }, 'gateway webhook refused');
      throw error instanceof RefundError ? error : new RefundError('bad_signature', { gateway });
    }
  };
}
