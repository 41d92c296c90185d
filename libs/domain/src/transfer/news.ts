import type { AttemptStatus, TransferStatus } from './transfer-status';

/** One attempt of a transfer; `no` rises, and only the newest that left the house may move the transfer. */
export type AttemptState = Readonly<{ no: number; status: AttemptStatus }>;
export type TransferState = Readonly<{
  status: TransferStatus;
  amount: number;
  attempts: readonly AttemptState[];
  /** When the latest success or failure happened that the gateway announced, by its own clock; null = none announced. */
  lastFinalNewsAtMs: number | null;
}>;
/** What a gateway says of one attempt. */
export type TransferNews = Readonly<{
  attemptNo: number;
  status: 'settled' | 'pending' | 'declined';
  /** Null where the gateway names none. */ amount: number | null;
  /** The gateway's own time; null for an answer, of which only our clock knows the time. */ occurredAtMs:
    number | null;
}>;

/** Which of two facts of one moment comes later: gateways' clocks count in seconds, and what succeeded and came back within one of them came back. */
export const NEWS_RANK: Readonly<Record<TransferNews['status'], number>> = { pending: 0, settled: 1, declined: 2 };

/** What must be done about news, beside storing the statuses. */
export const NEWS_EFFECTS = [
  /** Nothing: a repeat, late, or overtaken. */ 'none',
  /** The money moved: settle, with postings. */ 'settle',
  /** The money is on its way. */ 'pending',
  /** The money surely did not move: release the reservation. */ 'decline',
  /** Settled money came back: counter the postings, release the reservation. */ 'reverse',
  /** It moved and came back, told in the wrong order: settle, then reverse. */ 'settle_and_reverse',
  /** Nobody knows what moved: no clear answer, or another amount. */ 'doubt',
  /** Money moved that this transfer no longer answers for: import it as an external refund. */ 'external_refund',
] as const;
export type NewsEffect = (typeof NEWS_EFFECTS)[number];

/** What people must be told about news. */
export const NEWS_ALERTS = [
  /** Declined, then settled after all: the money did move. */ 'settled_after_decline',
  /** An older attempt or a released transfer moved money. */ 'external_refund',
  /** A success that happened after the money came back: it is with the customer after all, maybe twice. */ 'settled_after_reversal',
  /** Another amount than was asked for. */ 'wrong_amount',
  /** An answer that contradicts what the gateway has announced since. */ 'answer_contradicts',
] as const;
export type NewsAlert = (typeof NEWS_ALERTS)[number];

export type NewsResult = Readonly<{
  transferStatus: TransferStatus;
  /** Of the attempt that the news is about. */ attemptStatus: AttemptStatus;
  /** A newer attempt that was prepared and must not be sent any more (`not_sent`): the older one paid. */
  withdrawAttemptNo: number | null;
  effect: NewsEffect;
  alert: NewsAlert | null;
  lastFinalNewsAtMs: number | null;
}>;
