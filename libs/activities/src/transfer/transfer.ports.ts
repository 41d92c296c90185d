import type {
  AttemptStatus,
  GatewayAccount,
  GatewayAsk,
  GatewayOutcome,
  HoldReason,
  PaymentGateway,
  TransferOutcome,
} from '@zikui/domain';

export type AskWithoutAccount = Omit<GatewayAsk, 'account'>;
/** A transfer taken for sending, committed before the call. */
export type ClaimedTransfer =
  | Readonly<{
      kind: 'send';
      attemptId: string;
      ask: AskWithoutAccount;
      /** True when the attempt was sent before: look it up first. */ repeated: boolean;
      /** Which sending of the attempt this is, from 1. */ sending?: number;
      /** When it was sent first, and last before now; without the latter they are one. */ sentAtMs: number;
      lastSentAtMs?: number;
    }>
  /** Nothing was sent: the transfer waits until a hold is lifted. */
  | Readonly<{ kind: 'held'; reason: HoldReason }>
  /** It was sent before and may not be sent again now: only ask what became of it. */
  | Readonly<{ kind: 'look_up'; attemptId: string; ask: AskWithoutAccount }>
  | Readonly<{ kind: 'done'; outcome: TransferOutcome }>;
/** The newest attempt of a transfer, to be asked about. */
export type LookedUpAttempt =
  | Readonly<{
      kind: 'ask';
      attemptId: string;
      ask: AskWithoutAccount;
      status: Extract<AttemptStatus, 'sent' | 'pending' | 'unknown'>;
      sentAtMs: number;
      lastSentAtMs?: number;
    }>
  | Readonly<{ kind: 'not_sent' }>
  | Readonly<{ kind: 'done'; outcome: 'settled' | 'declined' }>;
/** `no_look_up`: the gateway shows nobody what it holds, so that it was not asked. */
export type LookUpNote = 'found' | 'nothing' | 'no_answer' | 'no_look_up';
/** Why nobody can say what became of an attempt. No secrets, no personal data. */
export type UnknownAnswer = Readonly<{
  kind: 'unknown';
  evidence: Readonly<Record<string, string | number | null>>;
}>;

/** A call that never came to be: no connection, or the gateway turned it away and said when to come back. */
export type NotReached = Readonly<{ cause: 'no_connection' | 'turned_away'; retryAfterMs: number | null }>;

/** Records money facts: attempt, transfer and postings in one transaction. Every call may be repeated. */
export interface TransferBook {
  /** Marks the attempt `sent` and the transfer `sending`, committed, unless it is decided already or something holds it. */
  claim(merchantId: string, transferId: string): Promise<ClaimedTransfer>;
  /** Writes what the gateway answered and tells where the transfer stands now, which newer news may have settled. */
  record(
    merchantId: string,
    attemptId: string,
    answer: GatewayOutcome | UnknownAnswer,
    sending?: number,
  ): Promise<TransferOutcome>;
  /** Takes the claim back: the call surely never left. `why` tells what the gateway had to do with it. */
  notSent(merchantId: string, attemptId: string, why?: NotReached): Promise<void>;
  lookUpAsk(merchantId: string, transferId: string): Promise<LookedUpAttempt>;
  /** Notes that the gateway was asked about an attempt, and what for an answer it gave. */
  noteLookUp(merchantId: string, attemptId: string, finding: LookUpNote): Promise<void>;
}
export interface Gateways {
  /** Throws `gateway_unknown`. */
  gateway(name: string): PaymentGateway;
}
export interface GatewayAccounts {
  /** Throws `gateway_not_configured`. */
  gatewayAccount(merchantId: string, gateway: string): Promise<GatewayAccount>;
}
