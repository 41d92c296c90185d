import {
  currencyRules,
  GatewayNotReached,
  GatewayOutcomeUnknown,
  type GatewayAsk,
  type GatewayCapabilities,
  type GatewayOutcome,
  type TransferOutcome,
} from '@zikui/domain';
import type { TransferPorts } from './submit-transfer';
import type { ClaimedTransfer, LookedUpAttempt, UnknownAnswer } from './transfer.ports';

const ASK = {
  idempotencyKey: 'zk_1',
  reference: 'zr_1',
  gatewayRef: 'pi_1',
  amount: { amount: 10_000, currency: 'ILS' },
};
export const SENT_AT_MS = 1_000_000;
export const NOT_REACHED = new GatewayNotReached('stripe', 1500);
export const NO_ANSWER = new GatewayOutcomeUnknown('stripe', 'timeout', { ms: 20_000 });
export const SETTLED: GatewayOutcome = { kind: 'settled', gatewayRefundId: 're_1', amount: ASK.amount };
export const PENDING: GatewayOutcome = {
  kind: 'pending',
  gatewayRefundId: 're_1',
  amount: ASK.amount,
  reason: 'processing',
};

/** Keeps keys for a day; finding nothing proves nothing. */
const CAN: GatewayCapabilities = {
  partialRefunds: true,
  voidsUncaptured: false,
  keyLifetimeMs: 86_400_000,
  instalments: 'credit_lump_sum',
  announcesReversals: true,
  refundWindowDays: null,
  currencies: currencyRules(),
  lookUp: { by: 'reference', isComplete: false, visibleWithinMs: 60_000 },
  books: { by: 'list', reports: 'standard', visibleWithinMs: 60_000 },
  pendingLimitMs: null,
};
export const COMPLETE_LOOK_UP = { by: 'reference', isComplete: true, visibleWithinMs: 60_000 } as const;

type World = Readonly<{
  claim?: ClaimedTransfer;
  lookUp?: LookedUpAttempt;
  /** What the gateway answers to a call; an error is thrown. */ refund?: GatewayOutcome | Error;
  found?: GatewayOutcome | Error;
  hasAccount?: boolean;
  nowMs?: number;
  /** What the clock says from its second look on. */ laterMs?: number;
  can?: Partial<GatewayCapabilities>;
}>;

export const firstClaim: ClaimedTransfer = {
  kind: 'send',
  attemptId: 'at_1',
  ask: ASK,
  repeated: false,
  sentAtMs: SENT_AT_MS,
};
export const repeatedClaim: ClaimedTransfer = { ...firstClaim, repeated: true };
export const lookUpOf = (status: 'sent' | 'pending' | 'unknown'): LookedUpAttempt => ({
  kind: 'ask',
  attemptId: 'at_1',
  ask: ASK,
  status,
  sentAtMs: SENT_AT_MS,
});

/** Ports of a transfer's activities, and everything that was done through them, in order. */
export function transferWorld(world: World): { ports: TransferPorts; done: unknown[] } {
  const done: unknown[] = [];
  let looks = 0;
  const answer = <T>(value: T | Error): T => {
    if (value instanceof Error) throw value;
    return value;
  };
  const gateway = {
    name: 'stripe',
    capabilities: { ...CAN, ...world.can },
    refund: async ({ idempotencyKey }: GatewayAsk) => {
      done.push(`refund ${idempotencyKey}`);
      return answer(world.refund ?? SETTLED);
    },
    findRefund: async ({ reference }: GatewayAsk) => {
      done.push(`find ${reference}`);
      return answer<GatewayOutcome | undefined>(world.found);
    },
  };
  const ports: TransferPorts = {
    transfers: {
      claim: async () => {
        done.push('claim');
        return world.claim ?? firstClaim;
      },
      record: async (
        _merchantId: string,
        _attemptId: string,
        told: GatewayOutcome | UnknownAnswer,
      ): Promise<TransferOutcome> => {
        done.push(told.kind === 'unknown' ? { unknown: told.evidence } : `record ${told.kind}`);
        return told.kind;
      },
      notSent: async () => void done.push('not sent'),
      noteLookUp: async (_merchantId, _attemptId, finding) => void done.push(`noted ${finding}`),
      lookUpAsk: async () => world.lookUp ?? lookUpOf('unknown'),
    },
    gateways: { gateway: () => gateway },
    accounts: {
      gatewayAccount: async (merchantId) =>
        answer(
          world.hasAccount === false
            ? new Error('gateway_not_configured')
            : { merchantId, apiKey: 'sk_test', webhookSecret: 'whsec' },
        ),
    },
    now: () => {
      looks += 1;
      const firstMs = world.nowMs ?? SENT_AT_MS + 1000;
      return looks === 1 ? firstMs : (world.laterMs ?? firstMs);
    },
  };
  return { ports, done };
}
