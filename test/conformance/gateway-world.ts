import type {
  GatewayAccount,
  ListsMovements,
  Money,
  PaymentGateway,
  ReceivesDisputes,
  ReceivesGatewayWebhooks,
} from '@zikui/domain';

/** What a gateway of any vendor can be made to do in its test world. */
export type GatewayTrouble =
  | 'stays_pending'
  | 'answers_unlisted_status'
  | 'never_answers_before_work'
  | 'never_answers_after_work'
  | 'breaks_off_before_work'
  | 'breaks_off_after_work'
  | 'fails_after_work'
  | 'fails_for_ever_after_work'
  | 'answers_late'
  | 'answers_in_drips'
  | 'answers_garbage'
  | 'answers_half'
  | 'answers_another_amount'
  | 'is_too_busy'
  | 'look_up_fails'
  | 'look_up_hangs'
  | 'look_up_lags'
  | 'announces_twice'
  | 'announces_out_of_order'
  | 'announces_wrongly_signed'
  | 'announces_stale';

/** One movement in the gateway's own books, in minor units of ISO 4217. */
export type Movement = Readonly<{ id: string; amount: number; status: string }>;
/** A dispute at the gateway, and how many announcements tell that it was opened. */
type OpenedDispute = Readonly<{ id: string; told: number }>;
/** One announcement as it arrived. */
export type Delivery = Readonly<{ body: Buffer; headers: Readonly<Record<string, string | undefined>> }>;

/** The vendor's test world: its gateway as the registry hands it out, and the hands to play the rest. */
export interface GatewayWorld {
  readonly gateway: PaymentGateway;
  readonly webhooks: ReceivesGatewayWebhooks;
  readonly disputes: ReceivesDisputes;
  /** Undefined for a gateway that lists nothing. */ readonly listing: ListsMovements | undefined;
  readonly account: GatewayAccount;
  /** What a fault of its list is ordered for. */ readonly nameOfAccount: string;
  /** An account with credentials that the gateway does not know. */ readonly stranger: GatewayAccount;
  /** The same adapter where nothing listens. */ readonly nowhere: PaymentGateway;
  /** A reference of the right form that the gateway does not know. */ readonly unknownPayment: string;
  /** How it answers when all is well: at once, or with an announcement later. */ readonly answers:
    'settled' | 'pending';
  /** Every class of refusal: the vendor's code, and our word for it. */
  readonly refusals: readonly Readonly<{ code: string; reason: string }>[];
  /** False when the vendor's signature covers no time, so that only the event's id tells a repeat. */
  readonly datesAnnouncements: boolean;
  /** How many refunds one page of a look-up shows; 0 = it has no pages. */ readonly pageOfLookUp: number;
  /** A captured payment; its reference at the gateway. */
  payment(amount: Money): Promise<string>;
  /** The next call for that payment meets this trouble. */
  trouble(kind: GatewayTrouble, gatewayRef: string): Promise<void>;
  /** The next refund of that payment is refused with a code of the vendor. */
  refuse(code: string, gatewayRef: string): Promise<void>;
  /** What moved out of that payment, by the gateway's own books, oldest first; failed ones are in it. */
  movements(gatewayRef: string): Promise<readonly Movement[]>;
  /** Somebody refunds so much of that payment in the gateway's dashboard, just now or at that moment; the gateway's id of it. */
  refundsInDashboard(gatewayRef: string, amount: Money, madeAt?: string): Promise<string>;
  /** A bank decides later: a pending refund settles; a pending one fails, or one that had settled comes back. */
  settles(movement: Movement): Promise<void>;
  fails(movement: Movement): Promise<void>;
  /** A card holder disputes that much of the payment; how many announcements tell of it. */
  opensDispute(gatewayRef: string, amount: Money): Promise<OpenedDispute>;
  /** The dispute ends; how many announcements tell of it. */
  endsDispute(id: string, as: 'won' | 'lost'): Promise<number>;
  /** Waits for so many announcements about that payment, as they arrived. */
  told(gatewayRef: string, count: number): Promise<readonly Delivery[]>;
}
